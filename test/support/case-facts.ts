import { holidays } from '../../db/seed/holidays'
import { makeCalendar } from '../../server/domain/calendar'
import type { CaseActor, CaseMoment } from '../../server/domain/case-actions'
import type { CaseDeed } from '../../server/domain/case-deeds'
import type { CaseAction } from '../../server/domain/case-moves'
import { defaultDeadlineRules } from '../../server/domain/deadline-policy'
import type { CaseFacts } from '../../server/domain/feedback-case'
import { dayOf } from '../../server/domain/period'
import { may, type Role } from '../../server/domain/permissions'

const calendar = makeCalendar(4, holidays)

/** Nine in the morning in Viet Nam, so many days after 05/01/2026. */
export function momentAt(days: number, extension = 0): CaseMoment {
  const at = new Date(Date.parse('2026-01-05T02:00:00Z') + days * 86_400_000)
  return { now: at.toISOString(), today: dayOf(at), calendar, rules: { ...defaultDeadlineRules, extension } }
}

/** A petition that came in on 05/01/2026. */
export function factsOf(own: Partial<CaseFacts> = {}): CaseFacts {
  const at = momentAt(0).now
  return {
    id: 'case',
    code: 'CQ-26-000001',
    officeCode: 'CQ',
    state: 'new',
    kind: 'pakn',
    contentType: 'conduct',
    contentGroup: 'conduct',
    field: 'Hộ tịch',
    procedureCode: null,
    restricted: false,
    channel: 'web',
    sentAt: at,
    receivedAt: at,
    clock: { startedAt: at, receivedAt: at, pauses: [], extraDays: 0, superiorDueOn: null },
    assigneeId: null,
    department: '',
    publishChoice: 'without-name',
    reopenedAt: null,
    answeredAt: null,
    submittedBy: null,
    askedDays: 0,
    askedBy: null,
    rating: null,
    mergedInto: null,
    ...own,
  }
}

export const sender: CaseActor = { by: 'sender' }

/** Somebody of a role. */
export const person = (role: Role, id: string = role): Extract<CaseActor, { by: 'staff' }> => ({
  by: 'staff',
  id,
  may: (permission) => may(role, permission),
})

const texts = { text: 'Nội dung', reason: 'Lý do', told: 'Đã báo người gửi', note: '' }
const into = { id: 'other', code: 'CQ-26-000002', state: 'in-progress', officeCode: 'CQ', restricted: false } as const
const classes = { contentType: 'conduct', contentGroup: 'conduct', field: 'Hộ tịch', procedureCode: null } as const

/** What people fill in for each deed when nothing is wrong with it. */
export const usual: { [D in CaseDeed]: Extract<CaseAction, { deed: D }> } = {
  classify: { deed: 'classify', kind: 'pakn', ...classes },
  assign: { deed: 'assign', assigneeId: 'handler', department: '', note: '' },
  restrict: { deed: 'restrict', restricted: true, reason: 'Lý do' },
  refuse: { deed: 'refuse', ground: 'unclear', text: 'Nội dung', door: '' },
  forward: { deed: 'forward', to: 'CQ-1', isOpen: true, ...texts },
  'forward-outside': { deed: 'forward-outside', to: 'Sở Nội vụ', address: '', ...texts },
  return: { deed: 'return', to: 'CQ-1', ...texts },
  'return-outside': { deed: 'return-outside', to: 'Tổng đài 1022', ...texts },
  'ask-sender': { deed: 'ask-sender', ...texts },
  supplement: { deed: 'supplement', files: 0, ...texts },
  start: { deed: 'start', note: '' },
  'set-superior': {
    deed: 'set-superior',
    office: 'UBND tỉnh',
    dueOn: '2026-01-12',
    document: '',
    wantsExplanation: true,
  },
  explain: { deed: 'explain', office: 'UBND tỉnh', ...texts },
  note: { deed: 'note', ...texts },
  'ask-extension': { deed: 'ask-extension', days: 3, ground: 'Phải xác minh' },
  'approve-extension': { deed: 'approve-extension', ...texts },
  'refuse-extension': { deed: 'refuse-extension', ...texts },
  submit: { deed: 'submit', answerNo: 1, ...texts },
  'send-back': { deed: 'send-back', answerNo: 1, ...texts },
  answer: { deed: 'answer', answerNo: 1 },
  rate: { deed: 'rate', rating: 'satisfied', text: '' },
  reopen: { deed: 'reopen', ...texts },
  withdraw: { deed: 'withdraw', ...texts },
  merge: { deed: 'merge', into, ...texts },
  split: { deed: 'split', into: ['CQ-26-000003', 'CQ-26-000004'], ...texts },
  correct: { deed: 'correct', ...texts },
  publish: { deed: 'publish', redactions: 0 },
  unpublish: { deed: 'unpublish', ...texts },
  place: { deed: 'place', place: 'own-page', link: '', publishedOn: '2026-01-05' },
}
