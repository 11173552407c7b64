import { listEvents } from '../db/case-events'
import type { FeedbackCase } from '../db/cases'
import { listOffices, type Office } from '../db/offices'
import { findProcedure, listProcedureFields } from '../db/procedures'
import type { CaseFormProps } from '../web/pages/case-form'
import { caseForm, refusalTexts } from '../web/vi/case-forms'
import { caseKindNames, contentTypeNames, refusalGroundNames } from '../web/vi/cases'
import { formatDay } from '../web/vi/format'
import { roleNames } from '../web/vi/staff'
import { listAssignees } from './actions/case-assignees'
import { momentOf } from './actions/case-moment'
import { namedOffice } from './actions/office-part'
import { fillFor, readyTexts, templateValuesOf } from './case-texts'
import type { CaseViewDeps } from './case-views'
import { deedFields, type FormDeed } from './domain/case-deed-fields'
import type { FormContext } from './domain/case-deed-forms'
import { previousOffice } from './domain/case-history'
import { caseKinds, contentTypes, refusalGrounds } from './domain/case-words'
import { answerDueOn } from './domain/deadlines'
import type { CaseEvent, CaseEventKind } from './domain/feedback-case'
import { type FormValues, lineOf } from './domain/form-values'
import { dayOf } from './domain/period'
import { isRole, type SignedInStaff } from './domain/permissions'
import { gapsIn, type TemplatePurpose } from './domain/template-text'
import { officeChoices } from './office-options'

type Values = Record<string, string>
const option =
  <T extends string>(words: Record<T, string>) =>
  (value: T) => ({ value, label: words[value] })
/** What stands for the receiving office until it is known. */
const receiver = '{{noi-nhan}}'

/** The lists, sentences and templates of a form. `values`: what was typed, or what the form begins with. */
export async function formView(
  deps: CaseViewDeps,
  staff: SignedInStaff,
  found: FeedbackCase,
  deed: FormDeed,
): Promise<Pick<CaseFormProps, 'case' | 'deed' | 'options' | 'offices' | 'notes' | 'templates' | 'version' | 'seen'>> {
  const { db, now } = deps
  const events = await listEvents(db, found.id)
  const purpose = purposes[deed]
  const offices = await listOffices(db)
  const others = offices.filter(({ code }) => code !== found.officeCode)
  return {
    ...{ case: found, deed, version: found.version, seen: events.length },
    options: await optionsOf(deps, staff, found, deed),
    offices: deed === 'forward' ? officeChoices(others, dayOf(now())) : null,
    notes: notesOf(found, deed, events, offices),
    templates: purpose ? (await readyTexts(deps, found, purpose)).map(({ id, title }) => ({ id, title })) : [],
  }
}

const purposes: Partial<Record<FormDeed, TemplatePurpose>> = {
  'ask-sender': 'ask',
  refuse: 'refuse',
  forward: 'forward',
  'forward-outside': 'forward',
}

async function optionsOf(
  { db }: CaseViewDeps,
  staff: SignedInStaff,
  found: FeedbackCase,
  deed: FormDeed,
): Promise<CaseFormProps['options']> {
  if (deed === 'classify')
    return {
      kind: caseKinds.map(option(caseKindNames)),
      contentType: [{ value: '', label: caseForm.noType }, ...contentTypes.map(option(contentTypeNames))],
      field: (await listProcedureFields(db)).map((value) => ({ value, label: value })),
    }
  if (deed === 'assign') {
    const people = (await listAssignees(db, found, staff)).map(({ id, name, role }) => ({
      value: id,
      label: isRole(role) ? `${name} (${roleNames[role]})` : name,
    }))
    return { assigneeId: [{ value: '', label: caseForm.nobodyYet }, ...people] }
  }
  if (deed === 'restrict')
    return {
      restricted: [
        { value: 'yes', label: caseForm.restrictedYes },
        { value: 'no', label: caseForm.restrictedNo },
      ],
    }
  return deed === 'refuse' ? { ground: refusalGrounds.map(option(refusalGroundNames)) } : {}
}

function notesOf(found: FeedbackCase, deed: FormDeed, events: readonly CaseEvent[], offices: readonly Office[]) {
  const asked = lastOf(events, 'ask-extension')
  const back = previousOffice(events)
  if (deed === 'assign' && found.restricted) return [caseForm.entrust]
  if (deed === 'return' && back) return [caseForm.previousOffice(nameOf(offices, back))]
  if ((deed === 'approve-extension' || deed === 'refuse-extension') && asked)
    return [caseForm.asked(asked.data.days, asked.data.ground)]
  return []
}

const nameOf = (offices: readonly Office[], code: string) => offices.find((one) => one.code === code)?.name ?? code

function lastOf<K extends CaseEventKind>(events: readonly CaseEvent[], kind: K) {
  return events.findLast((event): event is Extract<CaseEvent, { kind: K }> => event.kind === kind)
}

/** What a form begins with. `query`: a ground that was chosen, a template. */
export async function firstValues(
  deps: CaseViewDeps,
  found: FeedbackCase,
  deed: FormDeed,
  query: { ground?: string; template?: string },
): Promise<Values> {
  const own = await startOf(deps, found, deed, query.ground)
  const purpose = purposes[deed]
  const templates = query.template && purpose ? await readyTexts(deps, found, purpose) : []
  const chosen = templates.find(({ id }) => id === query.template)
  return chosen ? { ...own, [purpose === 'forward' ? 'told' : 'text']: chosen.body } : own
}

async function startOf(deps: CaseViewDeps, found: FeedbackCase, deed: FormDeed, asked?: string): Promise<Values> {
  const values = { ...(await templateValuesOf(deps, found)), 'noi-nhan': receiver }
  const events = await listEvents(deps.db, found.id)
  const { kind, contentType, contentGroup, field, procedureCode, assigneeId, department, restricted } = found
  const ground = refusalGrounds.find((one) => one === asked)
  switch (deed) {
    case 'classify':
      return {
        ...{ kind, contentType: contentType ?? '', both: contentGroup === 'both' ? '1' : '' },
        ...{ field, procedureCode: procedureCode ?? '' },
      }
    case 'assign':
      return { assigneeId: assigneeId ?? '', department }
    case 'restrict':
      return { restricted: restricted ? 'no' : 'yes' }
    case 'refuse': {
      const { text, door } = refusalTexts[ground ?? 'unclear']
      return { ground: ground ?? '', text: fillFor(text, values), door: fillFor(door, values) }
    }
    case 'forward':
    case 'forward-outside':
      return { told: fillFor(caseForm.forwarded, values) }
    case 'return': {
      const back = previousOffice(events)
      return { told: back ? await toldOf(deps, found, caseForm.returned, back) : '' }
    }
    case 'return-outside':
      return { told: caseForm.returned }
    case 'explain':
      return { office: lastOf(events, 'set-superior')?.data.office ?? '' }
    case 'approve-extension':
      return { told: await extensionText(deps, found, lastOf(events, 'ask-extension')?.data.ground ?? '') }
    default:
      return {}
  }
}

async function toldOf(deps: CaseViewDeps, found: FeedbackCase, text: string, office: string): Promise<string> {
  const name = nameOf(await listOffices(deps.db), office)
  return fillFor(text, { ...(await templateValuesOf(deps, found)), 'noi-nhan': name })
}

async function extensionText({ db, now }: CaseViewDeps, found: FeedbackCase, ground: string): Promise<string> {
  const { calendar, rules } = await momentOf(db, found, now())
  const { clock, askedDays } = found
  const dueOn = answerDueOn(calendar, rules, { ...clock, extraDays: clock.extraDays + askedDays })
  return dueOn ? caseForm.extended(askedDays, formatDay(dueOn), ground) : ''
}

/** What was typed with the receiving office filled in, and what only the database knows about it. */
export async function typedForm(
  deps: CaseViewDeps,
  staff: SignedInStaff,
  found: FeedbackCase,
  deed: FormDeed,
  values: FormValues,
): Promise<{ values: FormValues; context: FormContext; office: Office | null }> {
  const { db } = deps
  const offices = await listOffices(db)
  const part = { all: offices, codes: new Set(offices.map(({ code }) => code)), top: null }
  const office = (deed === 'forward' && namedOffice(part, lineOf(values, 'to'))) || null
  const procedure = lineOf(values, 'procedureCode')
  const to = office?.name ?? lineOf(values, 'to')
  const filled = to === '' ? {} : await filledTexts(deps, found, deed, values, to)
  return {
    values: { ...values, ...filled },
    office,
    context: {
      assignees: deed === 'assign' ? (await listAssignees(db, found, staff)).map(({ id }) => id) : [],
      office: office?.code ?? null,
      hasProcedure: procedure !== '' && (await findProcedure(db, procedure)) !== undefined,
    },
  }
}

async function filledTexts(
  deps: CaseViewDeps,
  found: FeedbackCase,
  deed: FormDeed,
  values: FormValues,
  to: string,
): Promise<FormValues> {
  const known = { ...(await templateValuesOf(deps, found)), 'noi-nhan': to }
  const told = deedFields[deed].filter((field) => field.told)
  return Object.fromEntries(told.map(({ name }) => [name, [fillFor(values[name]?.at(-1) ?? '', known)]]))
}

/** Whether a text still has something to be filled in: `⟨…⟩`, each once. */
export const gapWords = (text: string): string | null => gapsIn(text).join(', ') || null
