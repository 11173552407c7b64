import type { z } from 'zod'

/** Those of a form's fields that were refused, in the order of the form. */
export function wrongFields<Field extends string>(fields: readonly Field[], error: z.ZodError): Field[] {
  const wrong = new Set(error.issues.map((issue) => issue.path[0]))
  return fields.filter((field) => wrong.has(field))
}
