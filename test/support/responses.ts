import { createHash, randomUUID } from 'node:crypto'
import { insertOffice } from '../../db/offices'
import { insertPoint } from '../../db/points'
import type { NewResponse } from '../../db/responses'
import type { Db } from '../../db/schema'

const createdAt = '2026-01-01T00:00:00.000Z'

/** One office, one point and one version to which answers may refer. */
export async function insertPlaces(db: Db): Promise<void> {
  await insertOffice(db, {
    code: 'UBND',
    name: 'UBND phường Thử',
    parentCode: null,
    address: null,
    phone: null,
    createdAt,
  })
  await insertPoint(db, {
    code: '7F3K',
    officeCode: 'UBND',
    name: 'Quầy 1',
    surveyKey: 'thu',
    closedAt: null,
    createdAt,
  })
  const version = { id: 'thu@1', surveyKey: 'thu', version: 1, definition: '{}', publishedAt: createdAt }
  await db.insertInto('surveyVersion').values(version).execute()
}

/** An answer at that point; its content MAC follows from the answers. */
export function newResponse(given: Partial<NewResponse> = {}): NewResponse {
  const answers = given.answers ?? '5'
  return {
    office: 'UBND',
    point: '7F3K',
    version: 'thu@1',
    channel: 'phone',
    field: '',
    submittedOn: '2026-03-10',
    submittedAt: '2026-03-10T02:00:00.000Z',
    receivedAt: '2026-03-10T02:00:00.000Z',
    answers,
    traits: '',
    extras: null,
    comment: null,
    sentStanding: 'counted',
    standing: 'counted',
    flags: '',
    lang: 'vi',
    clientId: randomUUID(),
    contentMac: createHash('sha256').update(answers).digest(),
    answersSalt: Buffer.alloc(16, 1),
    restSalt: Buffer.alloc(16, 2),
    answersCommit: null,
    restCommit: null,
    ...given,
  }
}
