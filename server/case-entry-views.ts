import { listDraftFiles } from '../db/case-files'
import { findCaseByOrigin } from '../db/cases'
import { findContacts } from '../db/feedback-offices'
import { findOffice, type Office } from '../db/offices'
import { listProcedureFields, searchProcedures } from '../db/procedures'
import type { CaseEntryPageProps } from '../web/pages/case-entry'
import type { CaseSlipPageProps } from '../web/pages/case-slip'
import { paths } from '../web/paths'
import { entryWords } from '../web/vi/case-entry'
import { findCaseFor } from './actions/case-deeds'
import type { NewCase } from './actions/cases'
import type { Deps } from './deps'
import type { CaseEntry } from './domain/case-entry'
import { isDuePromised } from './domain/case-form'
import { type FormValues, lineOf } from './domain/form-values'
import { dayOf } from './domain/period'
import type { SignedInStaff } from './domain/permissions'
import { qrSvgPath } from './formats/qr'
import { officeChoices } from './office-options'

type ViewDeps = Pick<Deps, 'db' | 'config' | 'now' | 'publicUrl'>

/** A catalogue of more procedures is typed without suggestions. */
const listed = 500

/** What the form shows beside what was typed and what is wrong with it. */
export async function entryForm(
  deps: ViewDeps,
  offices: readonly Office[],
  values: FormValues,
): Promise<Pick<CaseEntryPageProps, 'files' | 'limits' | 'offices' | 'fields' | 'procedures'>> {
  const [files, fields, found] = await Promise.all([
    listDraftFiles(deps.db, lineOf(values, 'draftId')),
    listProcedureFields(deps.db),
    searchProcedures(deps.db, { open: true, limit: listed }),
  ])
  const procedures = found.total > listed ? [] : found.rows.map(({ code, name }) => `${name} (${code})`)
  const choices = officeChoices(offices, dayOf(deps.now()))
  return { files, limits: deps.config.attachments, offices: choices, fields, procedures }
}

/** The case that has a code of origin already, when this person may open it. */
export async function knownCase(deps: ViewDeps, staff: SignedInStaff, originCode: string): Promise<string | null> {
  const found = await findCaseByOrigin(deps.db, originCode)
  return found ? ((await findCaseFor(deps.db, staff, found.code))?.code ?? null) : null
}

type Ids = { clientId: string; draftId: string }

/** The entry as a case to open; what has no column of its own becomes an internal note. */
export function caseOfEntry(
  entry: CaseEntry,
  procedure: { code: string; field: string } | null,
  { clientId, draftId }: Ids,
): { input: NewCase; notes: string[] } {
  const { superior: _, isChoiceKnown, evidence, originOffice, ...rest } = entry
  const { notes } = entryWords
  return {
    input: {
      ...rest,
      ...{ clientId, draftId, pointCode: null, enteredBy: null },
      procedureCode: procedure?.code ?? null,
      field: rest.field || (procedure?.field ?? ''),
    },
    notes: [
      ...(originOffice ? [notes.origin(originOffice)] : []),
      ...(isChoiceKnown ? [] : [notes.unknown]),
      ...(evidence ? [notes.evidence(evidence)] : []),
    ],
  }
}

type Entered = { code: string; secret: string | null; dueOn: string | null }

/** The slip of a case that was just typed in. */
export async function entrySlip(
  deps: ViewDeps,
  staff: SignedInStaff,
  entry: CaseEntry,
  { code, secret, dueOn }: Entered,
): Promise<CaseSlipPageProps> {
  const { officeCode, channel, title, receivedAt, kind, superior, isChoiceKnown } = entry
  const [office, contacts, visible] = await Promise.all([
    findOffice(deps.db, officeCode),
    findContacts(deps.db, officeCode),
    findCaseFor(deps.db, staff, code),
  ])
  return {
    ...{ officeCode, channel, code, secret, title, receivedAt, isChoiceKnown },
    office: office?.name ?? officeCode,
    dueOn: isDuePromised(kind) ? dueOn : null,
    superiorDueOn: superior?.dueOn ?? null,
    isHidden: visible === null,
    followAt: deps.publicUrl + paths.follow(),
    phone: contacts.phone,
    qr: secret ? qrSvgPath(deps.publicUrl + paths.followWith(code, secret)) : null,
  }
}
