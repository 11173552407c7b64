import { type DeedField, deedFields, type FormDeed, mostLine, mostText } from './case-deed-fields'
import type { CaseAction } from './case-moves'
import { type ContentGroup, type ContentType, caseKinds, contentTypes, refusalGrounds } from './case-words'
import { type FormValues, lineOf } from './form-values'
import { readDay } from './period'
import { gapsIn } from './template-text'
import { cleanText } from './vietnamese'

export const formFaultCodes = [
  'missing',
  'choose',
  'too-long',
  'not-a-day',
  'not-a-number',
  'gaps',
  'type-missing',
  'office-unknown',
  'person-unknown',
  'procedure-unknown',
] as const
export type FormFaultCode = (typeof formFaultCodes)[number]
/** `words`: the gaps that are still to be filled in. */
export type FormFault = { field: string; code: FormFaultCode; words?: string }

/** What the page knows beside what was typed. */
export type FormContext = {
  /** Ids of the people who may take the case. */
  assignees: readonly string[]
  /** The code of the office that was typed or chosen; null: there is none. */
  office: string | null
  /** Whether the procedure that was typed is known. */
  hasProcedure: boolean
}

export type ReadDeed = { ok: true; action: CaseAction } | { ok: false; faults: FormFault[] }

/** Turns what was typed into what is asked of `decide`, or says what is wrong with each field. */
export function readDeed(deed: FormDeed, values: FormValues, context: FormContext): ReadDeed {
  const faults = deedFields[deed].flatMap((field) => faultOf(field, typedIn(field, values)))
  const action = builders[deed](readerOf(values), context)
  const own = 'fault' in action ? [action.fault] : []
  const all = [...faults, ...own.filter(({ field }) => !faults.some((fault) => fault.field === field))]
  return all.length > 0 || 'fault' in action ? { ok: false, faults: all } : { ok: true, action }
}

/** A text of several lines as it is kept. */
export const textOf = (values: FormValues, name: string): string => cleanText(values[name]?.at(-1) ?? '')

const typedIn = ({ name, type }: DeedField, values: FormValues) =>
  type === 'text' ? textOf(values, name) : lineOf(values, name)

function faultOf({ name, type, needed, told }: DeedField, value: string): FormFault[] {
  const fault = (code: FormFaultCode, words?: string): FormFault[] => [{ field: name, code, ...(words && { words }) }]
  if (value === '') return needed ? fault(type === 'choice' ? 'choose' : 'missing') : []
  if ([...value].length > (type === 'text' ? mostText : mostLine)) return fault('too-long')
  if (type === 'day' && !readDay(value)) return fault('not-a-day')
  if (type === 'number' && !/^\d{1,3}$/.test(value)) return fault('not-a-number')
  const gaps = told ? gapsIn(value) : []
  return gaps.length > 0 ? fault('gaps', gaps.join(', ')) : []
}

type Reader = { line: (name: string) => string; text: (name: string) => string; flag: (name: string) => boolean }

const readerOf = (values: FormValues): Reader => ({
  line: (name) => lineOf(values, name),
  text: (name) => textOf(values, name),
  flag: (name) => lineOf(values, name) !== '',
})

type Built = CaseAction | { fault: FormFault }
const wrong = (field: string, code: FormFaultCode): Built => ({ fault: { field, code } })

/** The group of article 5 in which reports count a type. */
export function groupOf(type: ContentType | null, both: boolean): ContentGroup {
  if (both) return 'both'
  if (type === null) return 'unclassified'
  return type === 'conduct' ? 'conduct' : 'rule'
}

const builders: { [D in FormDeed]: (form: Reader, context: FormContext) => Built } = {
  classify({ line, flag }, { hasProcedure }) {
    const kind = caseKinds.find((one) => one === line('kind'))
    if (!kind) return wrong('kind', 'choose')
    const contentType = contentTypes.find((one) => one === line('contentType')) ?? null
    // Only what is counted by article 5 has to have a type.
    if (kind === 'pakn' && !contentType && !flag('both')) return wrong('contentType', 'type-missing')
    const procedureCode = line('procedureCode') || null
    if (procedureCode && !hasProcedure) return wrong('procedureCode', 'procedure-unknown')
    const contentGroup = groupOf(contentType, flag('both'))
    return { deed: 'classify', kind, contentType, contentGroup, field: line('field'), procedureCode }
  },
  assign({ line, text }, { assignees }) {
    const assigneeId = line('assigneeId') || null
    if (assigneeId && !assignees.includes(assigneeId)) return wrong('assigneeId', 'person-unknown')
    if (!assigneeId && line('department') === '') return wrong('assigneeId', 'choose')
    return { deed: 'assign', assigneeId, department: line('department'), note: text('note') }
  },
  restrict: ({ line, text }) => ({ deed: 'restrict', restricted: line('restricted') !== 'no', reason: text('reason') }),
  refuse({ line, text }) {
    const ground = refusalGrounds.find((one) => one === line('ground'))
    return ground ? { deed: 'refuse', ground, text: text('text'), door: text('door') } : wrong('ground', 'choose')
  },
  forward({ text }, { office }) {
    if (office === null) return wrong('to', 'office-unknown')
    return { deed: 'forward', to: office, isOpen: true, reason: text('reason'), told: text('told') }
  },
  'forward-outside': ({ line, text }) => ({
    ...{ deed: 'forward-outside', to: line('to'), address: line('address') },
    ...{ reason: text('reason'), told: text('told') },
  }),
  return: ({ text }) => ({ deed: 'return', to: null, reason: text('reason'), told: text('told') }),
  'return-outside': ({ line, text }) => ({
    ...{ deed: 'return-outside', to: line('to'), reason: text('reason'), told: text('told') },
  }),
  'ask-sender': ({ text }) => ({ deed: 'ask-sender', text: text('text') }),
  supplement: ({ text }) => ({ deed: 'supplement', text: text('text'), files: 0 }),
  start: ({ text }) => ({ deed: 'start', note: text('note') }),
  'set-superior': ({ line, flag }) => ({
    ...{ deed: 'set-superior', office: line('office'), dueOn: readDay(line('dueOn')) ?? '' },
    ...{ document: line('document'), wantsExplanation: flag('wantsExplanation') },
  }),
  explain: ({ line, text }) => ({ deed: 'explain', office: line('office'), text: text('text') }),
  note: ({ text }) => ({ deed: 'note', text: text('text') }),
  'ask-extension': ({ line, text }) => ({
    ...{ deed: 'ask-extension', days: Number(line('days')), ground: text('ground') },
  }),
  'approve-extension': ({ text }) => ({ deed: 'approve-extension', told: text('told') }),
  'refuse-extension': ({ text }) => ({ deed: 'refuse-extension', reason: text('reason') }),
  'send-back': ({ text }) => ({ deed: 'send-back', answerNo: 0, reason: text('reason') }),
  reopen: ({ text }) => ({ deed: 'reopen', text: text('text') }),
  withdraw: ({ text }) => ({ deed: 'withdraw', reason: text('reason') }),
  correct: ({ text }) => ({ deed: 'correct', reason: text('reason') }),
}
