import { backupWords, toolSentence } from '../../web/vi/backup'
import type { Backup } from '../store/backup'
import type { Restored } from '../store/restore'

/** The sentence and the exit code of what was not done: 2 when a tool of PostgreSQL is to blame. */
export function faultSentence(fault: Exclude<Backup | Restored, { ok: true }>): [sentence: string, code: number] {
  if ('tool' in fault) return [toolSentence(fault), 2]
  return [backupWords.faults[fault.error], 1]
}

/** A file that cannot be read or written in a sentence; anything else is thrown again. */
export function fileFault(error: unknown, file: string): string {
  if (!(error instanceof Error && 'syscall' in error)) throw error
  return backupWords.file(file, error.message)
}
