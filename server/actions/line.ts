import { z } from 'zod'
import { cleanText } from '../domain/vietnamese'

/** One line of text as people type it: NFC, single spaces, no control characters, at most `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(max))
