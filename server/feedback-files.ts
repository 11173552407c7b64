import type { Context } from 'hono'
import { deleteDraftFile, insertCaseFile, listDraftFiles } from '../db/case-files'
import type { FileFault } from '../web/pages/feedback-files'
import type { Deps } from './deps'
import type { AnswerLimiter } from './limits'
import { type Multipart, readMultipart, type UploadedFile } from './multipart'
import { takeAttachment } from './store/attachments'

type FileDeps = Pick<Deps, 'db' | 'config' | 'now' | 'newId' | 'log'>

/** Reads the page of files: texts, and the files as far as they are within the limits. */
export function readFilesForm(c: Context, { config }: Pick<Deps, 'config'>): Promise<Multipart> {
  const { mostFiles, mostBytes } = config.attachments
  return readMultipart(c, {
    maxFiles: Math.max(1, mostFiles),
    maxFileBytes: mostBytes,
    maxBytes: Math.max(1, mostFiles) * mostBytes,
  })
}

/** Files that people send without having chosen one come empty and without a name. */
export const hasFiles = (form: Multipart): boolean => form.files.length > 0 || !form.ok

/**
 * Keeps the files of a page under the id of its unfinished form, each looked at first.
 * @returns what is wrong with those that were not kept, in words' codes
 */
export async function keepFiles(
  c: Context,
  deps: FileDeps,
  limiter: AnswerLimiter,
  { draftId, form }: { draftId: string; form: Multipart },
): Promise<FileFault[]> {
  if ((await limiter.wait(c, pointsOf(form))) > 0) return ['too-many-requests']
  const faults = refusedIn(form)
  for (const file of form.files) {
    const fault = await keepFile(deps, draftId, file)
    if (fault) faults.push(fault)
  }
  return faults
}

/** Each two megabytes count as one request, so that nobody fills the disk with forms that are never sent. */
const pointsOf = ({ files }: Multipart) =>
  Math.max(1, Math.ceil(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / (2 * 1024 * 1024)))

function refusedIn(form: Multipart): FileFault[] {
  if (form.ok) return []
  if (form.refused.length > 0) return form.refused.map(({ error, name, size }) => ({ error, name, size }))
  return form.error === 'not-a-form' ? [] : [{ error: 'broken', name: '' }]
}

async function keepFile(deps: FileDeps, draftId: string, { name, bytes }: UploadedFile): Promise<FileFault | null> {
  const { mostFiles, mostBytes, scan } = deps.config.attachments
  const kept = await listDraftFiles(deps.db, draftId)
  if (kept.length >= mostFiles) return { error: 'too-many', name }
  const taken = await takeAttachment(bytes, name, { mostBytes, scan })
  if (!taken.ok) {
    deps.log.info({ error: taken.error, detail: taken.detail }, 'attachment refused')
    return { error: taken.error, name, size: bytes.length }
  }
  // A page that is sent again brings its files again.
  if (kept.some(({ sha256 }) => sha256 === taken.file.sha256)) return null
  const createdAt = deps.now().toISOString()
  const row = { id: deps.newId(), caseId: null, draftId, createdAt, createdBy: null, file: taken.file }
  await insertCaseFile(deps.db, row)
  return null
}

/** Takes a file out of an unfinished form; one that is not of this form stays. */
export async function removeFile(deps: FileDeps, draftId: string, id: string): Promise<void> {
  await deleteDraftFile(deps.db, draftId, id)
}
