import { listTemplatesFor } from '../db/case-templates'
import type { FeedbackCase } from '../db/cases'
import { findContacts } from '../db/feedback-offices'
import { findOffice, listCodesUp } from '../db/offices'
import { findProcedure } from '../db/procedures'
import { paths } from '../web/paths'
import { templateVariableNames } from '../web/vi/case-templates'
import { formatDay } from '../web/vi/format'
import { momentOf } from './actions/case-moment'
import type { Deps } from './deps'
import { addWorkingDays } from './domain/calendar'
import { isDuePromised } from './domain/case-form'
import { answerDueOn } from './domain/deadlines'
import { dayOf } from './domain/period'
import { fillTemplate, type TemplatePurpose, type TemplateValues } from './domain/template-text'

type TextDeps = Pick<Deps, 'db' | 'now' | 'publicUrl'>
export type ReadyText = { id: string; title: string; body: string }

/** What a case gives to the variables of a template. */
export async function templateValuesOf({ db, now, publicUrl }: TextDeps, found: FeedbackCase): Promise<TemplateValues> {
  const [office, contacts, moment, procedure] = await Promise.all([
    findOffice(db, found.officeCode),
    findContacts(db, found.officeCode),
    momentOf(db, found, now()),
    found.procedureCode ? findProcedure(db, found.procedureCode) : undefined,
  ])
  const { calendar, rules, today } = moment
  const dueOn = isDuePromised(found.kind) ? answerDueOn(calendar, rules, found.clock) : null
  return {
    ma: found.code,
    'tieu-de': found.title,
    'co-quan': office?.name,
    'ngay-gui': formatDay(dayOf(new Date(found.sentAt))),
    han: dueOn ? formatDay(dueOn) : undefined,
    'han-bo-sung': formatDay(addWorkingDays(calendar, today, rules.supplement)),
    'hom-nay': formatDay(today),
    'thu-tuc': procedure?.name,
    'linh-vuc': found.field,
    'noi-tiep-cong-dan': contacts.reception,
    'dien-thoai': contacts.phone,
    'dia-chi': contacts.address,
    'tra-cuu': `${publicUrl}${paths.follow()}`,
  }
}

/** A text with its variables filled in; what has no value stays visible between ⟨ and ⟩. */
export const fillFor = (body: string, values: TemplateValues): string =>
  fillTemplate(body, values, (name) => templateVariableNames[name])

/** The templates of a purpose for a case, filled in. */
export async function readyTexts(deps: TextDeps, found: FeedbackCase, purpose: TemplatePurpose): Promise<ReadyText[]> {
  const [offices, values] = [await listCodesUp(deps.db, found.officeCode), await templateValuesOf(deps, found)]
  const templates = await listTemplatesFor(deps.db, offices, purpose)
  return templates.map(({ id, title, body }) => ({ id, title, body: fillFor(body, values) }))
}
