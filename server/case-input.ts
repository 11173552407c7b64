import { z } from 'zod'
import { type CaseForm, emptyForm, matters } from './domain/case-form'
import { publishChoices } from './domain/case-words'

const text = z.string().max(100_000)
const code = z.string().regex(/^[\w.-]{1,40}$/)

/**
 * One petition as JSON. `point` or `office` says where it goes, unless there is one office only. Without `phone` a letter
 * goes to `address`. `anonymous`: a suggestion without a sender, where the office allows it.
 */
export const caseInput = z.object({
  clientId: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  point: code.optional(),
  office: code.optional(),
  matter: z.enum(matters),
  title: text.default(''),
  content: text,
  place: text.default(''),
  procedure: text.default(''),
  wish: text.default(''),
  anonymous: z.boolean().default(false),
  sender: z
    .object({
      name: text.default(''),
      address: text.default(''),
      phone: text.default(''),
      email: text.default(''),
      organisation: text.default(''),
    })
    .optional(),
  publish: z.enum(publishChoices).optional(),
  nameConsent: z.boolean().default(false),
  messageConsent: z.boolean().default(false),
})
export type CaseInput = z.infer<typeof caseInput>

/** The same as the form that people fill in, so that one set of rules checks both. */
export function formOf({ sender, anonymous, nameConsent, messageConsent, ...input }: CaseInput): CaseForm {
  const flag = (value: boolean) => (value ? '1' : '')
  return emptyForm({
    ...input,
    ...sender,
    anonymous: flag(anonymous),
    byPost: flag(!sender?.phone),
    nameConsent: flag(nameConsent),
    messageConsent: flag(messageConsent),
  })
}
