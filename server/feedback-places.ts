import { findContacts } from '../db/feedback-offices'
import { listOldNames } from '../db/office-names'
import { listOffices, listRootOffices, type Office } from '../db/offices'
import { findPoints } from '../db/points'
import { searchProcedures } from '../db/procedures'
import type { Db } from '../db/schema'
import type { WherePageProps } from '../web/pages/feedback-where'
import type { Deps } from './deps'
import type { CaseForm, FormRules } from './domain/case-form'
import type { Contacts } from './domain/contacts'
import { searchOffices } from './domain/office-list'
import { isInForce, treeOrder } from './domain/organisation'
import { dayOf } from './domain/period'
import { listedProcedures, offerProcedures, type ProcedureOffer } from './domain/procedure-choice'
import { findOpenPoint, type OpenPoint } from './open-points'
import { readOffer } from './procedure-offers'

/** Where feedback goes: what its point says, or what its sender chose. */
export type FeedbackPlace = {
  rules: FormRules
  /** The office that gets it; null while none is chosen. */
  office: Office | null
  /** What the pages call the receiver: its name, or that of the installation's own office. */
  officeName: string
  contacts: Contacts
  /** Whether the form names a point that there is. */
  isPointKnown: boolean
  /** The desk it is about, and its field. */
  point: Pick<OpenPoint, 'code' | 'name' | 'field'> | null
  /** On a device that many people use. */
  shared: boolean
  procedures: ProcedureOffer
  /** The offices to choose from. */
  offices: readonly Office[]
}

/** A list of up to so many offices needs no search; of more, so many are shown at once. */
const few = 12
const listed = 100

/** Reads where a form goes. A point that is unknown, or whose offices have all ended, leaves the office to be chosen. */
export async function findPlace(deps: Pick<Deps, 'db' | 'now' | 'config'>, form: CaseForm): Promise<FeedbackPlace> {
  const printed = form.point === '' ? null : await findOpenPoint(deps.db, form.point.toUpperCase().slice(0, 40))
  const desks = printed ? await findPoints(deps.db, deskCodes(printed)) : []
  const open = await openOffices(deps)
  const here = open.filter(({ code }) => desks.some(({ officeCode }) => officeCode === code))
  const offices = here.length > 0 ? here : open
  const [only, second] = offices
  const chosen = offices.find(({ code }) => code === form.office)
  const office = (second ? chosen : only) ?? null
  const point = desks.find(({ officeCode }) => officeCode === office?.code) ?? null
  const own = office ?? (await listRootOffices(deps.db))[0]
  const contacts = await findContacts(deps.db, own?.code ?? '')
  return {
    rules: {
      office: stateOf(form, only !== undefined && !second, chosen),
      takesFiles: deps.config.attachments.mostFiles > 0,
      allowsAnonymous: contacts.allowsAnonymous,
    },
    office,
    officeName: own?.name ?? '',
    contacts,
    isPointKnown: printed !== null,
    point,
    shared: printed?.channel === 'tablet',
    procedures: point ? await readOffer(deps.db, point) : await wholeCatalogue(deps.db),
    offices,
  }
}

/** What the page shows of the offices: those that fit to what was typed, the chosen one among them. */
export async function officesToShow(
  db: Db,
  { offices }: FeedbackPlace,
  typed: string,
): Promise<Pick<WherePageProps, 'typed' | 'choices' | 'fitting' | 'few'>> {
  // Below the top everybody is below it; only deeper does the parent tell two schools of one name apart.
  const names = new Map(offices.filter(({ parentCode }) => parentCode !== null).map(({ code, name }) => [code, name]))
  const isFew = offices.length <= few
  const fitting = treeOrder(typed === '' ? offices : searchOffices(offices, await oldNames(db), typed))
  const choices = fitting.slice(0, listed).map(({ office: { code, name, parentCode } }) => {
    return { code, name, above: names.get(parentCode ?? '') ?? null }
  })
  return { typed, choices, fitting: fitting.length, few: isFew }
}

/** The printed code's own point, or all that share its desk. */
const deskCodes = ({ code, choices }: OpenPoint) => (choices.length > 1 ? choices.map((choice) => choice.code) : [code])

async function openOffices({ db, now }: { db: Db; now: () => Date }): Promise<Office[]> {
  const today = dayOf(now())
  return (await listOffices(db)).filter((office) => isInForce(office, today))
}

function stateOf({ office }: CaseForm, isGiven: boolean, chosen: Office | undefined): FormRules['office'] {
  if (isGiven) return 'given'
  if (chosen) return 'chosen'
  return office === '' ? 'missing' : 'unknown'
}

/** Without a point any procedure may be meant. */
async function wholeCatalogue(db: Db): Promise<ProcedureOffer> {
  const { rows } = await searchProcedures(db, { open: true, limit: listedProcedures + 1 })
  return offerProcedures(true, null, rows)
}

async function oldNames(db: Db): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  for (const { officeCode, name } of await listOldNames(db))
    names.set(officeCode, [...(names.get(officeCode) ?? []), name])
  return names
}
