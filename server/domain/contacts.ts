/** What an office says about how it is reached, as lines of text; `dataContact`: who answers about personal data. */
export const contactFields = ['phone', 'zalo', 'email', 'website', 'reception', 'dataContact', 'retention'] as const
export type ContactField = (typeof contactFields)[number]

/** Anonymous suggestions are taken; handlers do not see who sent a case. */
export const contactSwitches = ['allowsAnonymous', 'hidesSender'] as const
export type ContactSwitch = (typeof contactSwitches)[number]

/** What one office has set: an empty text and null stand for "as in the office above". */
export type OwnContacts = Record<ContactField, string> & Record<ContactSwitch, boolean | null>

/** An office with what it has set (null: nothing), its telephone and address of the list of offices behind it. */
export type ContactStep = { name: string; phone: string | null; address: string | null; own: OwnContacts | null }

/** What holds for an office; an empty text: nobody on the way up has said it. */
export type Contacts = Record<ContactField | 'address', string> & Record<ContactSwitch, boolean>

const switchDefaults: Record<ContactSwitch, boolean> = { allowsAnonymous: false, hidesSender: true }

/**
 * What holds for an office: of each text and switch the nearest that is set.
 * @param steps the office itself first, then those above it
 */
export function resolveContacts(steps: readonly ContactStep[]): Contacts {
  const texts = contactFields.map((field) => [field, nearestText(steps, (step) => textOf(step, field))?.text ?? ''])
  const address = nearestText(steps, ({ address }) => address ?? '')?.text ?? ''
  const switches = contactSwitches.map((name) => [
    name,
    steps.map(({ own }) => own?.[name] ?? null).find((value) => value !== null) ?? switchDefaults[name],
  ])
  return { ...Object.fromEntries(texts), address, ...Object.fromEntries(switches) } as Contacts
}

/** The text of a field that holds, and the name of the office that says it; null when nobody does. */
export function nearestContact(
  steps: readonly ContactStep[],
  field: ContactField,
): { text: string; of: string } | null {
  return nearestText(steps, (step) => textOf(step, field))
}

/** The telephone of the list of offices serves where none is set for feedback. */
function textOf({ own, phone }: ContactStep, field: ContactField): string {
  return own?.[field] || (field === 'phone' ? (phone ?? '') : '')
}

function nearestText(steps: readonly ContactStep[], textIn: (step: ContactStep) => string) {
  for (const step of steps) {
    const text = textIn(step)
    if (text !== '') return { text, of: step.name }
  }
  return null
}
