import type { EntryKind } from '../../db/schema'
import type { TallyName } from '../../db/tallies'

/**
 * What `verify` can find. `no` is the number in the log. Codes are stable: scripts read them.
 * `number-gap` no entry has this number · `row-missing` the answer or mark of an entry is gone · `leaf-differs` a row is
 * not what was logged · `not-erased` content stands beside its commitment, or a withdrawn answer was not erased ·
 * `answers-missing` an answer that counts has no levels left · `standing-differs` an answer is counted otherwise than its
 * marks say · `head-differs` size or peaks are not those of the entries · `row-unlogged` a row that never went through the
 * log · `stuck` a waiting row that cannot be taken · `follower-failed` the log could not be continued ·
 * `tally-differs` · `checkpoint-differs` the log is not the one a period was closed on · `figures-differ` the figures of a
 * closed period were changed.
 */
export type Finding =
  | { code: 'number-gap' | 'row-missing'; no: number }
  | { code: 'leaf-differs' | 'not-erased' | 'answers-missing' | 'standing-differs'; no: number; row: RowName }
  | { code: 'head-differs'; size: number; entries: number }
  | { code: 'row-unlogged' | 'stuck'; kind: EntryKind; id: number }
  | { code: 'follower-failed'; reason: string }
  | { code: 'tally-differs'; table: TallyName; key: readonly string[]; missing: boolean; surplus: boolean }
  | { code: 'checkpoint-differs' | 'figures-differ'; office: string; period: string; id: string }

/** Enough to find a row without its id, which never leaves the house. */
export type RowName = { kind: 'response'; office: string; point: string; day: string } | { kind: 'mark'; of: number }
