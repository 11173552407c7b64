import { z } from 'zod'

/** One line of text as people type it: NFC, single spaces, at most `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(max))
