import {
  type CaseForm,
  type FormField,
  type FormRules,
  type FormStep,
  isAnonymous,
  isKeptPrivate,
  isSenderOptional,
  matterOf,
  stepsAsked,
} from './case-form'
import { publishChoices } from './case-words'

/** Most characters of each text. */
export const longest = {
  title: 200,
  content: 10_000,
  place: 500,
  wish: 2000,
  name: 120,
  address: 300,
  organisation: 200,
  phone: 40,
  email: 200,
} as const satisfies Partial<Record<FormField, number>>
type Limited = keyof typeof longest

/** `contact`: neither a telephone nor that a letter may come. `by-law`: Decree 20/2008/NĐ-CP asks for it. */
export const faultCodes = [
  'choose',
  'missing',
  'by-law',
  'contact',
  'too-long',
  'phone-letters',
  'phone-digits',
  'email',
  'unknown-office',
] as const
export type FaultCode = (typeof faultCodes)[number]
export type FormFault = { field: FormField; code: FaultCode }

/** What is wrong on one page of the form, in the order of its fields; empty when it may be left. */
export function findFaults(step: FormStep, form: CaseForm, rules: FormRules): FormFault[] {
  return checks[step](form, rules)
}

/** The first page that is not finished, with what is wrong there; null when the form can be sent. */
export function firstFaulty(form: CaseForm, rules: FormRules): { step: FormStep; faults: FormFault[] } | null {
  const found = stepsAsked(rules).map((step) => ({ step, faults: findFaults(step, form, rules) }))
  return found.find(({ faults }) => faults.length > 0) ?? null
}

const checks: Record<FormStep, (form: CaseForm, rules: FormRules) => FormFault[]> = {
  kind: matterFaults,
  doors: matterFaults,
  where: (_, { office }) => {
    if (office === 'missing') return [{ field: 'office', code: 'choose' }]
    return office === 'unknown' ? [{ field: 'office', code: 'unknown-office' }] : []
  },
  content: (form) => [
    ...(form.content === '' ? [{ field: 'content', code: 'missing' } as const] : tooLong(form, 'content')),
    ...tooLong(form, 'place', 'wish', 'title'),
  ],
  files: () => [],
  sender: senderFaults,
  publication: (form) =>
    isKeptPrivate(form) || publishChoices.some((choice) => choice === form.publish)
      ? []
      : [{ field: 'publish', code: 'choose' }],
  review: () => [],
}

function matterFaults(form: CaseForm): FormFault[] {
  return matterOf(form) ? [] : [{ field: 'matter', code: 'choose' }]
}

function senderFaults(form: CaseForm, rules: FormRules): FormFault[] {
  if (isAnonymous(form, rules)) return []
  const needed = !isSenderOptional(form)
  const required = (['name', 'address'] as const).filter((field) => needed && form[field] === '')
  const faults: FormFault[] = required.map((field) => ({ field, code: 'by-law' }))
  if (needed && form.phone === '' && form.byPost === '') faults.push({ field: 'phone', code: 'contact' })
  const phone = phoneFault(form.phone)
  faults.push(...(phone ? [{ field: 'phone', code: phone } as const] : tooLong(form, 'phone')))
  if (form.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email))
    faults.push({ field: 'email', code: 'email' })
  return [...faults, ...tooLong(form, 'name', 'address', 'email', 'organisation')]
}

const tooLong = (form: CaseForm, ...fields: Limited[]): FormFault[] =>
  fields.filter((field) => form[field].length > longest[field]).map((field) => ({ field, code: 'too-long' }))

/**
 * Why a telephone number cannot be called; null when it can, or is empty. Taken as people write it: 9 to 11 digits or
 * `+84…`, another country's with its `+`; spaces, dots, dashes and brackets anywhere.
 */
export function phoneFault(phone: string): 'phone-letters' | 'phone-digits' | null {
  if (phone === '') return null
  if (/\p{L}/u.test(phone)) return 'phone-letters'
  const plain = phone.replace(/[\s.()\u2010-\u2015-]/g, '')
  return /^(\d{9,11}|(\+|00)84\d{9,10}|\+\d{9,15})$/.test(plain) ? null : 'phone-digits'
}
