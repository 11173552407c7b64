import type { CaseKind, ContentGroup, ContentType, PublishChoice } from './case-words'
import { cleanText } from './vietnamese'

/** What a sender says it is, in the order in which it is asked; the last four are not petitions and have a door of their own. */
export const matters = [
  'conduct',
  'rule',
  'both',
  'idea',
  'question',
  'complaint',
  'denunciation',
  'child',
  'urgent',
] as const
export type Matter = (typeof matters)[number]
export const otherMatters = ['child', 'urgent', 'complaint', 'denunciation'] as const satisfies readonly Matter[]

/** What each matter is kept as; staff may say otherwise later. */
export const matterFacts = {
  conduct: { kind: 'pakn', contentType: 'conduct', contentGroup: 'conduct' },
  rule: { kind: 'pakn', contentType: null, contentGroup: 'rule' },
  both: { kind: 'pakn', contentType: null, contentGroup: 'both' },
  idea: { kind: 'pakn', contentType: null, contentGroup: 'unclassified' },
  question: { kind: 'question', contentType: null, contentGroup: 'unclassified' },
  complaint: { kind: 'complaint', contentType: null, contentGroup: 'unclassified' },
  denunciation: { kind: 'denunciation', contentType: null, contentGroup: 'unclassified' },
  child: { kind: 'child', contentType: null, contentGroup: 'unclassified' },
  urgent: { kind: 'urgent', contentType: null, contentGroup: 'unclassified' },
} as const satisfies Record<Matter, { kind: CaseKind; contentType: ContentType | null; contentGroup: ContentGroup }>

/** The pages of the form, each with the last part of its address. `doors`: what is not a petition, and where it belongs. */
export const stepSlugs = {
  kind: 'viec',
  doors: 'viec-khac',
  where: 'noi',
  content: 'noi-dung',
  files: 'tep',
  sender: 'nguoi-gui',
  publication: 'cong-khai',
  review: 'xem-lai',
} as const
export type FormStep = keyof typeof stepSlugs
export const formSteps = Object.keys(stepSlugs) as FormStep[]

/** The fields of each page; everything else travels along hidden. Switches are `1` or empty. */
export const stepFields = {
  kind: ['matter'],
  doors: ['matter'],
  where: ['office'],
  content: ['content', 'place', 'procedure', 'wish', 'title'],
  files: [],
  sender: ['name', 'address', 'phone', 'byPost', 'email', 'organisation'],
  publication: ['publish', 'nameConsent', 'messageConsent'],
  review: [],
} as const satisfies Record<FormStep, readonly string[]>

/** `clientId`, `draftId`: made at the first step. `edit`: the page was opened from the last one and leads back to it. */
const travelling = ['clientId', 'draftId', 'point', 'from', 'anonymous', 'edit'] as const
export const formFields = [...travelling, ...Object.values(stepFields).flat()] as const
export type FormField = (typeof formFields)[number]
export type CaseForm = Record<FormField, string>

const manyLines: readonly FormField[] = ['content', 'place', 'wish']

/** Reads a form as it is kept: NFC, without control characters; of a repeated name the last one. Nothing is cut off. */
export function readCaseForm(pairs: Iterable<readonly [string, string]>): CaseForm {
  const given = new Map(pairs)
  const entries = formFields.map((field) => {
    const text = cleanText(given.get(field) ?? '')
    return [field, manyLines.includes(field) ? text : text.replaceAll('\n', ' ')]
  })
  return Object.fromEntries(entries)
}

export const emptyForm = (given: Partial<CaseForm>): CaseForm => readCaseForm(Object.entries(given))

/** The matter that was chosen; null when none, or a word that nobody offered. */
export function matterOf({ matter }: Pick<CaseForm, 'matter'>): Matter | null {
  return matters.find((known) => known === matter) ?? null
}

/** What only whoever is entrusted with it may see, or what cannot wait: never published, so nobody is asked. */
export function isKeptPrivate(form: Pick<CaseForm, 'matter'>): boolean {
  return otherMatters.some((matter) => matter === form.matter)
}

/** What depends on the office and not on the form. */
export type FormRules = {
  /** Whether the office has to be chosen, and whether what was chosen is one. */
  office: 'given' | 'chosen' | 'missing' | 'unknown'
  /** Files may be attached. */
  takesFiles: boolean
  /** The office takes suggestions without a name. */
  allowsAnonymous: boolean
}

/** Sent without a name: a petition by its matter, at an office that allows it, and the sender switched it on. */
export function isAnonymous(form: Pick<CaseForm, 'matter' | 'anonymous'>, rules: FormRules): boolean {
  return form.anonymous !== '' && mayBeAnonymous(form, rules)
}

export function mayBeAnonymous(form: Pick<CaseForm, 'matter'>, { allowsAnonymous }: FormRules): boolean {
  const matter = matterOf(form)
  return allowsAnonymous && matter !== null && matterFacts[matter].kind === 'pakn'
}

/** Whoever reports a danger need not say who he is. */
export const isSenderOptional = ({ matter }: Pick<CaseForm, 'matter'>): boolean =>
  matter === 'child' || matter === 'urgent'

/** The numbered pages of a form in their order. */
export function stepsAsked({ office, takesFiles }: FormRules): FormStep[] {
  const left: readonly FormStep[] = [
    'doors',
    ...(office === 'given' ? (['where'] as const) : []),
    ...(takesFiles ? [] : (['files'] as const)),
  ]
  return formSteps.filter((step) => !left.includes(step))
}

/** The page after one; the last one comes after itself. */
export function stepAfter(step: FormStep, rules: FormRules): FormStep {
  const asked = stepsAsked(rules)
  return asked[asked.indexOf(step === 'doors' ? 'kind' : step) + 1] ?? 'review'
}

/** The page before one; null before the first. */
export function stepBefore(step: FormStep, rules: FormRules): FormStep | null {
  if (step === 'doors') return 'kind'
  const asked = stepsAsked(rules)
  return asked[asked.indexOf(step) - 1] ?? null
}

/** Kind of the case that a form becomes. */
export function kindOf(form: CaseForm, rules: FormRules): CaseKind {
  const matter = matterOf(form)
  if (isAnonymous(form, rules)) return 'suggestion'
  return matter === null ? 'pakn' : matterFacts[matter].kind
}

/** What the sender chose; what is never published needs no choice. */
export function publishChoiceOf(form: Pick<CaseForm, 'matter' | 'publish'>): PublishChoice {
  return form.publish === 'without-name' && !isKeptPrivate(form) ? 'without-name' : 'private'
}

const longestTitle = 100

/** The line under which it is found: as written, else the beginning of what happened, cut between words. */
export function titleOf({ title, content }: Pick<CaseForm, 'title' | 'content'>): string {
  const line = title || (content.split('\n')[0] ?? '')
  if (title || line.length <= longestTitle) return line
  return `${line
    .slice(0, longestTitle)
    .replace(/\s\S*$/, '')
    .trim()}\u2026`
}

/** Kinds for which the sender is told a last day: petitions and questions. The others have another way. */
export const isDuePromised = (kind: CaseKind): boolean => kind === 'pakn' || kind === 'question'
