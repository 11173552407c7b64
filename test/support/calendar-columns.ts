import type { Columns } from './columns'

/** The tables of the calendar, as in db/schema-calendar. */
export const calendarColumns: Pick<Columns, 'calendarVersion' | 'calendarEntry' | 'deadlinePolicy'> = {
  calendarVersion: {
    number: 'int',
    madeAt: 'text',
    madeBy: 'text?',
    summary: 'text',
    document: 'text',
    hash: 'text',
  },
  calendarEntry: {
    id: 'int',
    fromOn: 'text',
    toOn: 'text',
    kind: 'text',
    name: 'text',
    pairOn: 'text?',
    confidence: 'text',
    source: 'text',
    officeCode: 'text?',
    addedIn: 'int',
    removedIn: 'int?',
  },
  deadlinePolicy: {
    id: 'text',
    officeCode: 'text?',
    number: 'int',
    effectiveOn: 'text',
    rules: 'text',
    source: 'text',
    madeAt: 'text',
    madeBy: 'text?',
  },
}
