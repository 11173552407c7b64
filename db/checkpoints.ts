import type { Selectable } from 'kysely'
import { type Connection, scan } from './connect'
import type { PeriodSnapshotTable } from './schema'

/** What a closed period says of itself and of the log as it then was. */
export type Checkpoint = Pick<
  Selectable<PeriodSnapshotTable>,
  'id' | 'officeCode' | 'period' | 'figures' | 'figuresHash' | 'logSize' | 'logRoot'
>

/** All closed periods, reopened ones included, by the size of the log that they are bound to. */
export function scanCheckpoints(connection: Connection): AsyncGenerator<Checkpoint> {
  const query = connection.db
    .selectFrom('periodSnapshot')
    .select(['id', 'officeCode', 'period', 'figures', 'figuresHash', 'logSize', 'logRoot'])
    .orderBy('logSize')
    .orderBy('id')
    .compile()
  return scan(connection, query)
}
