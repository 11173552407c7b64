import { insertOffice } from '../../db/offices'
import { insertPoint } from '../../db/points'
import { roles } from '../../server/domain/permissions'
import type { TestApp } from './app'
import { caseAddress } from './case-desk'
import { insertDepartment } from './department'
import { password, signInAs } from './staff'
import type { Page, Visitor } from './visitor'

export type Codes = { code: string; secret: string }

/** Everybody of the first office, one person for each role; below it two offices with a clerk and a handler each. */
export async function openStaff(app: TestApp): Promise<void> {
  await insertDepartment(app.deps.db)
  const office = { parentCode: 'CQ', address: null, phone: null, createdAt: '2026-01-01T00:00:00.000Z' }
  await insertOffice(app.deps.db, { ...office, code: 'CQ-2', name: 'Phòng Văn hóa' })
  const point = { surveyKey: 'sipas-24', closedAt: null, createdAt: office.createdAt }
  await insertPoint(app.deps.db, { ...point, code: 'AB34', officeCode: 'CQ-2', name: 'Bàn tiếp dân' })
  for (const role of roles) await signInAs(app, role)
  for (const below of ['CQ-1', 'CQ-2']) {
    await signInAs(app, 'intake', below)
    await signInAs(app, 'handler', below)
  }
}

/** Somebody of the staff comes to work: sessions do not last for days. */
export async function come(app: TestApp, login: string): Promise<Visitor> {
  const person = app.visitor()
  await person.open('/can-bo/dang-nhap')
  await person.send('/can-bo/dang-nhap', { login, password })
  if (person.page.status !== 200 || person.page.url.includes('dang-nhap')) throw new Error(`${login} stays outside`)
  return person
}

/** Opens the form of a deed and sends it. */
export async function doTo(
  person: Visitor,
  code: string,
  form: string,
  values: Record<string, string> = {},
): Promise<Page> {
  await person.open(caseAddress(code, form))
  return person.send(caseAddress(code, form), values)
}

/** Gives a case to the first person of the list whose name begins so. */
export async function handTo(person: Visitor, code: string, name: string, note = ''): Promise<Page> {
  await person.open(caseAddress(code, 'giao'))
  const [, assigneeId = ''] = new RegExp(`<option value="([^"]+)"[^>]*>${name}`).exec(person.page.html) ?? []
  return person.send(caseAddress(code, 'giao'), { assigneeId, note })
}

/** The two codes as a receipt or a slip shows them. */
export function codesOn({ html }: Page): Codes {
  const found = [...html.matchAll(/<b class="code">([0-9A-Z.-]+)<\/b>/g)].map(([, text = '']) => text)
  const [code, secret] = found
  if (!code || !secret) throw new Error('no codes on the page')
  return { code, secret }
}

/** The sender types the two codes. */
export async function look(app: TestApp, { code, secret }: Codes): Promise<Visitor> {
  const sender = app.visitor()
  await sender.open('/tra-cuu')
  await sender.send('/tra-cuu', { ma: code, 'bi-mat': secret })
  return sender
}

/** The address of a case that its sender has opened, without what stands behind the question mark. */
export const addressOf = (sender: Visitor): string => sender.page.url.split('?')[0] ?? ''

/** A report in a format, by the link that stands on the page of figures. */
export async function download(person: Visitor, name: string, format = 'json'): Promise<Page> {
  await person.open('/can-bo/so-lieu-pakn')
  const [, link] = new RegExp(`href="(/can-bo/xuat/${name}\\.${format}[^"]*)"`).exec(person.page.html) ?? []
  if (!link) throw new Error(`no ${name}.${format} on the page`)
  return person.open(link.replaceAll('&amp;', '&'))
}
