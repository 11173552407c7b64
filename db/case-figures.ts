import type { RecordedCase, RecordedEvent } from '../server/domain/case-clock'
import type { CaseFactsThen } from '../server/domain/case-facts-then'
import { type CaseChannel, openStates } from '../server/domain/case-words'
import type { CaseEventKind } from '../server/domain/feedback-case'
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
  const query = db
    .selectFrom('feedbackCase')
    .select(['id', 'code', 'sentAt', 'receivedAt', 'publishChoice'])
    .where('id', 'in', active(db, from))
    .$if(offices !== null, (query) => query.where('id', 'in', owned(db, offices ?? [])))
  const events = await eventsOf(connection, offices, from)
  const found: FiguredRow[] = []
  for await (const batch of scanBatches<Omit<FiguredRow, 'events'>>(connection, query.compile()))
    for (const row of batch) found.push({ ...row, events: events.get(row.id) ?? [] })
  return found
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

type Row = { caseId: string; data: string } & Pick<RecordedEvent, 'kind' | 'at' | 'officeCode'>

async function eventsOf(connection: Connection, offices: readonly string[] | null, from: string) {
  const { db } = connection
  const query = db
    .selectFrom('caseEvent')
    .select(['caseId', 'kind', 'at', 'officeCode', 'data'])
    .where('caseId', 'in', active(db, from))
    .where('kind', 'not in', unheard)
    .$if(offices !== null, (query) => query.where('caseId', 'in', owned(db, offices ?? [])))
    .orderBy('caseId')
    .orderBy('no')
  const found = new Map<string, RecordedEvent[]>()
  let [of, events]: [string, RecordedEvent[]] = ['', []]
  for await (const batch of scanBatches<Row>(connection, query.compile()))
    for (const row of batch) {
      if (row.caseId !== of) {
        of = row.caseId
        events = []
        found.set(of, events)
      }
      events.push(eventOf(row))
    }
  return found
}

function eventOf({ kind, at, officeCode, data }: Row): RecordedEvent {
  const particulars: unknown = withoutData.has(kind) ? {} : JSON.parse(data)
  return { kind, at, officeCode, data: particulars } as RecordedEvent
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
