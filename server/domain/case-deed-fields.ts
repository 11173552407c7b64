import type { CaseDeed } from './case-deeds'

/** Deeds that have a plain form of their own; answers, mergers and splits have pages made for them. */
export const formDeeds = [
  'classify',
  'assign',
  'restrict',
  'refuse',
  'forward',
  'forward-outside',
  'return',
  'return-outside',
  'ask-sender',
  'supplement',
  'start',
  'set-superior',
  'explain',
  'note',
  'ask-extension',
  'approve-extension',
  'refuse-extension',
  'send-back',
  'reopen',
  'withdraw',
  'correct',
] as const satisfies readonly CaseDeed[]
export type FormDeed = (typeof formDeeds)[number]

/** The last part of the address of each deed that people do on a page. */
export const deedSlugs = {
  classify: 'phan-loai',
  assign: 'giao',
  restrict: 'han-che',
  refuse: 'khong-tiep-nhan',
  forward: 'chuyen',
  'forward-outside': 'chuyen-ngoai',
  return: 'tra-lai',
  'return-outside': 'tra-lai-ngoai',
  'ask-sender': 'hoi-them',
  supplement: 'bo-sung',
  start: 'bat-dau',
  'set-superior': 'han-cap-tren',
  explain: 'giai-trinh',
  note: 'ghi-chu',
  'ask-extension': 'gia-han',
  'approve-extension': 'duyet-gia-han',
  'refuse-extension': 'khong-gia-han',
  'send-back': 'sua-lai',
  reopen: 'xem-lai',
  withdraw: 'rut',
  correct: 'sua',
  submit: 'tra-loi',
  answer: 'duyet',
  merge: 'gop',
  split: 'tach',
} as const satisfies Record<FormDeed | 'submit' | 'answer' | 'merge' | 'split', string>

/**
 * How a field is filled in: `line` one line, `text` several, `choice` one of a list that the page gives, `office` a code
 * or a name, `flag` a box to tick.
 */
export type FieldType = 'line' | 'text' | 'day' | 'number' | 'choice' | 'flag' | 'office'
export type DeedField = {
  name: string
  type: FieldType
  needed?: boolean
  /** The sender reads it, so nothing may be left to be filled in. */
  told?: boolean
}

export const mostLine = 200
export const mostText = 5000

const reason: DeedField = { name: 'reason', type: 'text', needed: true }
const told: DeedField = { name: 'told', type: 'text', told: true }

/** What is asked for each deed, in its order. What the law of cases asks for itself is not said twice here. */
export const deedFields: Record<FormDeed, readonly DeedField[]> = {
  classify: [
    { name: 'kind', type: 'choice', needed: true },
    { name: 'contentType', type: 'choice' },
    { name: 'both', type: 'flag' },
    { name: 'field', type: 'line' },
    { name: 'procedureCode', type: 'line' },
  ],
  assign: [
    { name: 'assigneeId', type: 'choice' },
    { name: 'department', type: 'line' },
    { name: 'note', type: 'text' },
  ],
  restrict: [{ name: 'restricted', type: 'choice', needed: true }, reason],
  refuse: [
    { name: 'ground', type: 'choice', needed: true },
    { name: 'text', type: 'text', needed: true, told: true },
    { name: 'door', type: 'text', told: true },
  ],
  forward: [{ name: 'to', type: 'office', needed: true }, reason, told],
  'forward-outside': [{ name: 'to', type: 'line', needed: true }, { name: 'address', type: 'line' }, reason, told],
  return: [reason, told],
  'return-outside': [{ name: 'to', type: 'line', needed: true }, reason, told],
  'ask-sender': [{ name: 'text', type: 'text', needed: true, told: true }],
  supplement: [{ name: 'text', type: 'text', needed: true }],
  start: [{ name: 'note', type: 'text' }],
  'set-superior': [
    { name: 'office', type: 'line', needed: true },
    { name: 'dueOn', type: 'day', needed: true },
    { name: 'document', type: 'line' },
    { name: 'wantsExplanation', type: 'flag' },
  ],
  explain: [
    { name: 'office', type: 'line', needed: true },
    { name: 'text', type: 'text', needed: true },
  ],
  note: [{ name: 'text', type: 'text', needed: true }],
  'ask-extension': [
    { name: 'days', type: 'number', needed: true },
    { name: 'ground', type: 'text', needed: true },
  ],
  'approve-extension': [{ name: 'told', type: 'text', needed: true, told: true }],
  'refuse-extension': [reason],
  'send-back': [reason],
  reopen: [{ name: 'text', type: 'text', needed: true }],
  withdraw: [reason],
  correct: [reason],
}
