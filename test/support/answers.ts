import type { NewResponse } from '../../db/responses'
import { drain } from '../../server/ledger/follow'
import type { TestApp } from './app'
import { newResponse } from './responses'

/** Keeps `count` answers that give every one of the 24 criteria the same level, and takes them into the log. */
export async function answerSipas(
  app: TestApp,
  count: number,
  level: 1 | 2 | 3 | 4 | 5,
  given: Partial<NewResponse> = {},
): Promise<void> {
  const { db, connection, submit } = app.deps
  const point = await db.selectFrom('point').selectAll().where('code', '=', app.point).executeTakeFirstOrThrow()
  const at = { office: point.officeCode, point: point.code, version: 'sipas-24@1', answers: String(level).repeat(24) }
  await Promise.all(Array.from({ length: count }, () => submit(newResponse({ ...at, ...given }))))
  await drain(connection)
}
