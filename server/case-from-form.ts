import type { Db } from '../db/schema'
import { contentStep } from '../web/vi/feedback'
import type { NewCase } from './actions/cases'
import { type CaseForm, isAnonymous, kindOf, matterFacts, matterOf, publishChoiceOf, titleOf } from './domain/case-form'
import type { FeedbackPlace } from './feedback-places'
import { readChoice } from './procedure-offers'

/** What was said about the procedure: its code and field, or words that name none; all empty when nothing was. */
export type SaidProcedure = { code: string | null; name: string; field: string; typed: string }

export async function readProcedure(
  db: Db,
  { procedures }: Pick<FeedbackPlace, 'procedures'>,
  form: Pick<CaseForm, 'procedure'>,
): Promise<SaidProcedure> {
  const choice = await readChoice(db, procedures, form.procedure)
  if (choice === null) return { code: null, name: '', field: '', typed: '' }
  if ('text' in choice) return { code: null, name: '', field: '', typed: choice.text }
  const { code, name, field } = choice.procedure
  return { code, name, field, typed: '' }
}

/** A finished form as a case to open. `office`: that of the place, which is known by now. */
export async function caseFromForm(
  db: Db,
  form: CaseForm,
  place: FeedbackPlace,
  { officeCode, now }: { officeCode: string; now: Date },
): Promise<NewCase> {
  const procedure = await readProcedure(db, place, form)
  const at = now.toISOString()
  const { contentType, contentGroup } = matterFacts[matterOf(form) ?? 'conduct']
  return {
    ...{ clientId: form.clientId, draftId: form.draftId || null, originCode: null, enteredBy: null },
    // A point and a minute would find the answer that was sent just before at a quiet desk.
    ...{ officeCode, pointCode: form.from === 'phieu' ? null : (place.point?.code ?? null) },
    procedureCode: procedure.code,
    field: procedure.field || (place.point?.field ?? ''),
    channel: place.point === null ? 'web' : form.from === 'phieu' ? 'survey' : 'qr',
    kind: kindOf(form, place.rules),
    ...{ contentType, contentGroup },
    ...{ title: titleOf(form), content: form.content, wish: form.wish },
    // The catalogue does not have it; its words are kept where the place stands.
    place: [form.place, procedure.typed && contentStep.procedureTyped(procedure.typed)].filter(Boolean).join('\n'),
    ...senderOf(form, place),
    publishChoice: publishChoiceOf(form),
    ...{ sentAt: at, receivedAt: at },
  }
}

/** Nobody, for a suggestion without a name and for a danger that somebody reported without one. */
function senderOf(
  form: CaseForm,
  { rules }: FeedbackPlace,
): Pick<NewCase, 'sender' | 'nameConsent' | 'messageConsent'> {
  const { name, address, phone, email, organisation } = form
  const isNamed = [name, address, phone, email, organisation].some((text) => text !== '')
  if (isAnonymous(form, rules) || !isNamed) return { sender: null, nameConsent: false, messageConsent: false }
  return {
    sender: { name, address, phone, email, organisation },
    nameConsent: form.nameConsent !== '' && publishChoiceOf(form) === 'without-name',
    messageConsent: form.messageConsent !== '',
  }
}
