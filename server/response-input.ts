import { z } from 'zod'

const scalar = z.union([z.string().max(8000), z.number()]).transform(String)

/** One answer as JSON; the same names as the form's fields. */
export const responseInput = z.object({
  clientId: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  point: z.string().regex(/^[\w-]{1,40}$/),
  version: z
    .string()
    .regex(/^[\w.@-]{0,60}$/)
    .optional(),
  answers: z.record(z.string(), scalar),
  items: z.record(z.string(), z.union([scalar, z.array(scalar)])).default({}),
  reasons: z.record(z.string(), z.array(scalar)).default({}),
  comment: z.string().max(16_000).optional(),
  lang: z.enum(['vi', 'en']).default('vi'),
})
export type ResponseInput = z.infer<typeof responseInput>
