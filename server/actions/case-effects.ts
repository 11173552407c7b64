import type { FeedbackCase } from '../../db/cases'
import type { Db } from '../../db/schema'
import type { NewCaseEvent } from '../domain/feedback-case'
import type { NewCase } from './cases'

/** Who is to know that a case came in; in the transaction that opens it. */
export async function afterOpening(
  _db: Db,
  _opened: NewCase & { id: string; code: string },
  _at: string,
): Promise<void> {}

/** Who is to know what happened to a case; in the transaction of the deed. `changed`: as it is afterwards. */
export async function afterDeed(
  _db: Db,
  _changed: FeedbackCase,
  _events: readonly NewCaseEvent[],
  _at: string,
): Promise<void> {}
