import { saveDraft } from '../../db/case-answers'
import { findCase } from '../../db/cases'
import { findStaffByLogin } from '../../db/staff'
import { actOnCase, type DeedResult } from '../../server/actions/case-deeds'
import { type NewCase, openCase } from '../../server/actions/cases'
import type { CaseAction } from '../../server/domain/case-moves'
import { isRole, type SignedInStaff } from '../../server/domain/permissions'
import type { TestApp } from './app'

/** What a citizen sends about the first office, now, unless said otherwise. */
export function caseOf(app: TestApp, own: Partial<NewCase> = {}): NewCase {
  const at = app.deps.now().toISOString()
  return {
    clientId: app.deps.newId(),
    officeCode: 'CQ',
    pointCode: null,
    procedureCode: null,
    field: 'Hộ tịch',
    channel: 'web',
    originCode: null,
    kind: 'pakn',
    contentType: 'conduct',
    contentGroup: 'conduct',
    title: 'Đòi thêm giấy xác nhận cư trú',
    content: 'Cán bộ bảo về bổ sung giấy xác nhận cư trú, nhưng bảng niêm yết không có giấy này.',
    place: 'Quầy 3, sáng 18/8',
    wish: 'Đề nghị không yêu cầu giấy tờ ngoài quy định.',
    sender: { name: 'Trần Văn Bình', address: 'Số 5, tổ 3', phone: '0905123456', email: '', organisation: '' },
    publishChoice: 'without-name',
    nameConsent: false,
    messageConsent: false,
    sentAt: at,
    receivedAt: at,
    enteredBy: null,
    draftId: null,
    ...own,
  }
}

/** Opens a case and throws when it is refused. */
export async function openedCase(app: TestApp, own: Partial<NewCase> = {}) {
  const opened = await openCase(app.deps, caseOf(app, own))
  if (!opened.ok) throw new Error(opened.error)
  return opened
}

/** A person who was signed in with `signInAs` (support/staff), as actions know them. */
export async function staffOf(app: TestApp, login: string): Promise<SignedInStaff> {
  const staff = await findStaffByLogin(app.deps.db, login)
  if (!staff || !isRole(staff.role)) throw new Error(`nobody is called ${login}`)
  const { id, name, officeCode, role } = staff
  return { id, login, name, role, officeCode, officeName: '' }
}

/** One deed to a case as it is now. */
export async function act(app: TestApp, staff: SignedInStaff, code: string, action: CaseAction): Promise<DeedResult> {
  const found = await findCase(app.deps.db, code)
  return actOnCase(app.deps, staff, { code, version: found?.version ?? 0 }, action)
}

/** Writes an answer, gives it for approval and has it approved by somebody else. */
export async function answerCase(
  app: TestApp,
  code: string,
  { by, approver }: { by: SignedInStaff; approver: SignedInStaff },
  text = 'Giấy này không có trong thành phần hồ sơ. Quầy 3 đã được nhắc.',
): Promise<DeedResult> {
  const found = await findCase(app.deps.db, code)
  if (!found) throw new Error(`no case ${code}`)
  const at = app.deps.now().toISOString()
  await saveDraft(app.deps.db, { caseId: found.id, text, by: by.id, at, revision: 0 })
  const submitted = await act(app, by, code, { deed: 'submit', answerNo: 0, text: '' })
  return submitted.ok ? act(app, approver, code, { deed: 'answer', answerNo: 0 }) : submitted
}
