import { insertOffice } from '../../db/offices'
import { insertPoint } from '../../db/points'
import type { Db } from '../../db/schema'
import { firstOffice } from '../../db/seed/first-office'

const createdAt = '2026-01-01T00:00:00.000Z'

/** Beside what the first start made: an office below the first one, two more points in that and one in the new office. */
export async function insertDepartment(db: Db): Promise<void> {
  const { code } = firstOffice
  await insertOffice(db, { code: 'CQ-1', name: 'UBND phường', parentCode: code, address: null, phone: null, createdAt })
  const point = { surveyKey: 'sipas-24', closedAt: null, createdAt }
  await insertPoint(db, { ...point, code: '7F3K', officeCode: code, name: 'Quầy 1' })
  await insertPoint(db, { ...point, code: '8G4M', officeCode: code, name: 'Quầy 2' })
  await insertPoint(db, { ...point, code: '9H5N', officeCode: 'CQ-1', name: 'Quầy 1' })
}
