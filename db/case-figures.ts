import type { RecordedCase } from '../server/domain/case-clock'
import type { CaseFactsThen } from '../server/domain/case-facts-then'
import { type CaseChannel, openStates } from '../server/domain/case-words'
import type { CaseEvent, CaseEventKind } from '../server/domain/feedback-case'
import { inBatches } from './batches'
import type { Connection } from './connect'
import { scanBatches } from './scan'
import type { Db } from './schema'

/** What figures know of a case; never its title, content or sender. */
export type FiguredRow = RecordedCase & CaseFactsThen['fixed']

/** Deeds that change no figure, and those whose particulars change none. */
const unheard: readonly CaseEventKind[] = [
  'note',
  'explain',
  'ask-extension',
  'refuse-extension',
  'submit',
  'send-back',
]
const withoutData: ReadonlySet<CaseEventKind> = new Set<CaseEventKind>([
  ...(['start', 'ask-sender', 'supplement', 'refuse', 'forward-outside', 'return-outside'] as const),
  ...(['withdraw', 'split', 'reopen', 'correct', 'unpublish', 'merge'] as const),
])

/**
 * Every case that some of these offices ever owned and that was open or had something happen from an instant (ISO UTC)
 * on, with everything that ever happened to it. `offices` null: every office.
 */
export async function listFiguredCases(
  connection: Connection,
  { offices, from }: { offices: readonly string[] | null; from: string },
): Promise<FiguredRow[]> {
  if (offices?.length === 0) return []
  const { db } = connection
  const rows = await db
    .selectFrom('feedbackCase')
    .select(['id', 'code', 'sentAt', 'receivedAt', 'publishChoice'])
    .where('id', 'in', active(db, from))
    .$if(offices !== null, (query) => query.where('id', 'in', owned(db, offices ?? [])))
    .execute()
  const events = await eventsOf(connection, offices, from)
  return rows.map((row) => ({ ...row, events: events.get(row.id) ?? [] }))
}

const active = (db: Db, from: string) =>
  db
    .selectFrom('caseEvent')
    .select('caseId as id')
    .where('at', '>=', from)
    .union(db.selectFrom('feedbackCase').select('id').where('state', 'in', openStates))

const owned = (db: Db, offices: readonly string[]) =>
  db
    .selectFrom('caseEvent')
    .select('caseId as id')
    .where('officeCode', 'in', offices)
    .union(db.selectFrom('feedbackCase').select('id').where('officeCode', 'in', offices))

type Row = { caseId: string; data: string } & Pick<CaseEvent, 'no' | 'kind' | 'at' | 'by' | 'state' | 'officeCode'>

async function eventsOf(connection: Connection, offices: readonly string[] | null, from: string) {
  const { db } = connection
  const query = db
    .selectFrom('caseEvent')
    .select(['caseId', 'no', 'kind', 'at', 'by', 'state', 'officeCode', 'data'])
    .where('caseId', 'in', active(db, from))
    .where('kind', 'not in', unheard)
    .$if(offices !== null, (query) => query.where('caseId', 'in', owned(db, offices ?? [])))
    .orderBy('caseId')
    .orderBy('no')
  const found = new Map<string, CaseEvent[]>()
  for await (const batch of scanBatches<Row>(connection, query.compile())) for (const row of batch) keep(found, row)
  return found
}

function keep(found: Map<string, CaseEvent[]>, { caseId, data, ...row }: Row): void {
  const particulars: unknown = withoutData.has(row.kind) ? {} : JSON.parse(data)
  const event = { ...row, data: particulars, told: '' } as CaseEvent
  const known = found.get(caseId)
  if (known) known.push(event)
  else found.set(caseId, [event])
}

/** What a register says of a case besides. */
export type DescribedCase = {
  title: string
  channel: CaseChannel
  restricted: boolean
  sentAt: string
  receivedAt: string
}

/** Titles and the like of cases, by their ids. */
export async function describeCases(db: Db, ids: ReadonlySet<string>): Promise<Map<string, DescribedCase>> {
  const found = new Map<string, DescribedCase>()
  await inBatches([...ids], async (some) => {
    const rows = await db
      .selectFrom('feedbackCase')
      .select(['id', 'title', 'channel', 'restricted', 'sentAt', 'receivedAt'])
      .where('id', 'in', some)
      .execute()
    for (const { id, restricted, ...row } of rows) found.set(id, { ...row, restricted: restricted === 1 })
  })
  return found
}
