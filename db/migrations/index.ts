import type { Migration } from 'kysely'
import { first } from './001-first'
import { publishing } from './002-publishing'
import { packedPairs } from './003-packed-pairs'
import { administration } from './004-administration'
import { calendar } from './005-calendar'
import { feedback } from './006-feedback'

/** Every migration by name, oldest first. A released one is never changed: the next one corrects it. */
export const migrations: Record<string, Migration> = {
  '001-first': first,
  '002-publishing': publishing,
  '003-packed-pairs': packedPairs,
  '004-administration': administration,
  '005-calendar': calendar,
  '006-feedback': feedback,
}
