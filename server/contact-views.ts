import { findPolicyFor } from '../db/deadline-policies'
import { listContactSteps, listOwnContacts } from '../db/feedback-offices'
import { listOffices, type Office } from '../db/offices'
import type { ContactFormProps, ContactLine } from '../web/pages/contacts'
import { paths } from '../web/paths'
import { boardWords, contactWords } from '../web/vi/contacts'
import type { TypedContacts } from './actions/contacts'
import type { Deps } from './deps'
import {
  type ContactField,
  type ContactStep,
  contactFields,
  nearestContact,
  type OwnContacts,
  resolveContacts,
} from './domain/contacts'
import { foldTree } from './domain/office-list'
import { codesBelow, isInForce } from './domain/organisation'
import { dayOf } from './domain/period'
import type { SignedInStaff } from './domain/permissions'
import type { NoticeBoard } from './formats/notice-board'
import { shortLink } from './formats/poster'
import { officesOf } from './session'

type ViewDeps = Pick<Deps, 'db' | 'now' | 'publicUrl'>

/** About how many lines of the tree are unfolded. */
const most = 200

/** The offices that work today in the order of the tree, each with what holds for it. `below`: of one part alone. */
export async function contactLines(deps: ViewDeps, staff: SignedInStaff, below: string): Promise<ContactLine[]> {
  const [mine, all, own] = await Promise.all([officesOf(deps, staff), listOffices(deps.db), listOwnContacts(deps.db)])
  const working = mine.filter((office) => isInForce(office, dayOf(deps.now())))
  const inside = below === '' ? null : codesBelow(working, below)
  const byCode = new Map(all.map((office) => [office.code, office]))
  const shown = inside ? working.filter(({ code }) => inside.has(code)) : working
  return foldTree(shown, most).map(({ office: { code, name }, depth, folded }) => {
    const steps = stepsOf(wayUp(byCode, code), own)
    const found = (field: ContactField) => {
      const nearest = nearestContact(steps, field)
      return nearest && { text: nearest.text, of: nearest.of === name ? null : nearest.of }
    }
    return {
      ...{ code, name, depth, folded },
      ...{ phone: found('phone'), zalo: found('zalo'), email: found('email'), reception: found('reception') },
    }
  })
}

/** An office and those above it, nearest first. */
function wayUp(byCode: ReadonlyMap<string, Office>, from: string): Office[] {
  const way: Office[] = []
  for (let office = byCode.get(from); office && !way.includes(office); office = byCode.get(office.parentCode ?? ''))
    way.push(office)
  return way
}

function stepsOf(way: readonly Office[], own: ReadonlyMap<string, OwnContacts>): ContactStep[] {
  return way.map(({ code, name, phone, address }) => ({ name, phone, address, own: own.get(code) ?? null }))
}

/** The form of one office; null when it is not in the person's part of the tree. */
export async function contactForm(
  deps: ViewDeps,
  staff: SignedInStaff,
  code: string,
): Promise<Omit<ContactFormProps, 'wrong'> | null> {
  const office = (await officesOf(deps, staff)).find((one) => one.code === code)
  if (!office) return null
  const [own, ...above] = await listContactSteps(deps.db, code)
  const { days, missing } = await boardFacts(deps, code)
  const inherited = contactFields.map((field) => [field, inheritedOf(own, above, field)])
  const { allowsAnonymous, hidesSender } = resolveContacts(above)
  return {
    office,
    typed: typedOf(own?.own ?? null),
    inherited: Object.fromEntries(inherited) as ContactFormProps['inherited'],
    above: { allowsAnonymous, hidesSender },
    board: { days, missing },
  }
}

/** What holds while the own field is empty; of the telephone that is first the one in the list of offices. */
function inheritedOf(own: ContactStep | undefined, above: readonly ContactStep[], field: ContactField) {
  return nearestContact([...(own ? [{ ...own, own: null }] : []), ...above], field)
}

function typedOf(own: OwnContacts | null): TypedContacts {
  const flag = (value: boolean | null | undefined) => (value === null || value === undefined ? '' : value ? '1' : '0')
  const texts = contactFields.map((field) => [field, own?.[field] ?? ''])
  return {
    ...(Object.fromEntries(texts) as Record<ContactField, string>),
    ...{ allowsAnonymous: flag(own?.allowsAnonymous), hidesSender: flag(own?.hidesSender) },
  }
}

/** What stands on the notice board of an office; null when it is not in the person's part of the tree. */
export async function noticeBoardOf(deps: ViewDeps, staff: SignedInStaff, code: string): Promise<NoticeBoard | null> {
  const office = (await officesOf(deps, staff)).find((one) => one.code === code)
  if (!office) return null
  const { contacts, days } = await boardFacts(deps, code)
  const { phone, zalo, email, website } = contacts
  const answers = shortLink(deps.publicUrl + paths.answers())
  return {
    ...{ office: office.name, days, phone, zalo, email },
    url: deps.publicUrl + paths.feedback({ 'don-vi': code }),
    post: contacts.reception || contacts.address,
    published: website === '' ? answers : `${answers}; ${shortLink(website)}`,
  }
}

async function boardFacts({ db, now }: ViewDeps, code: string) {
  const contacts = resolveContacts(await listContactSteps(db, code))
  const { rules } = await findPolicyFor(db, code, dayOf(now()))
  const names = (['phone', 'zalo', 'email'] as const)
    .filter((field) => contacts[field] === '')
    .map((field): string => boardWords[field])
  const hasPost = contacts.reception !== '' || contacts.address !== ''
  return { contacts, days: rules.answer, missing: hasPost ? names : [...names, contactWords.boardAddress] }
}
