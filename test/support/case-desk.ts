import { findCase } from '../../db/cases'
import { insertPolicy } from '../../db/deadline-policies'
import { defaultDeadlineRules } from '../../server/domain/deadline-policy'
import type { TestApp } from './app'
import { insertDepartment } from './department'
import { password, signInAs } from './staff'
import type { Visitor } from './visitor'

export const caseAddress = (code: string, form = '') => `/can-bo/phan-anh/${code}${form && `/${form}`}`

/** A clerk, a handler and an approver who see everything, and an office below the first one. */
export async function openDesk(app: TestApp) {
  await insertDepartment(app.deps.db)
  const clerk = await signInAs(app, 'intake')
  const handler = await signInAs(app, 'handler')
  const approver = await signInAs(app, 'approver')
  return { clerk, handler, approver }
}

/** The state of a case as it is kept. */
export const stateOf = async (app: TestApp, code: string) => (await findCase(app.deps.db, code))?.state

/** From the beginning of 2026 the office may give itself some more working days. */
export async function allowExtension(app: TestApp, extension: number): Promise<void> {
  await insertPolicy(app.deps.db, {
    ...{
      id: 'longer',
      officeCode: null,
      number: 99,
      effectiveOn: '2026-01-01',
      rules: { ...defaultDeadlineRules, extension },
    },
    ...{ source: 'Quyết định 1', madeAt: '2026-01-01T00:00:00.000Z', madeBy: null },
  })
}

/** The same person on another day: sessions do not last that long. */
export async function onAnotherDay(app: TestApp, person: Visitor, login: string, instant: string): Promise<void> {
  app.setNow(instant)
  await person.open('/can-bo/dang-nhap')
  await person.send('/can-bo/dang-nhap', { login, password })
}
