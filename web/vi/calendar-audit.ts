import { daysRange } from './calendar'
import { calendarWords } from './calendar-pages'
import { deadlineWords, ruleWords } from './deadline-policies'

const rules = {
  ...ruleWords,
  ...{
    supplementRestarts: { name: deadlineWords.supplementRestarts },
    afterHour: { name: deadlineWords.afterHour },
    remindBefore: { name: deadlineWords.remindBefore },
  },
}

/** Fields of changes of the calendar and of deadlines, as the audit names them. */
export const calendarFieldNames: Record<string, string> = {
  summary: 'Nội dung',
  document: 'Văn bản',
  dueMoves: 'Số phiếu đổi hạn',
  ...Object.fromEntries(Object.entries(rules).map(([key, { name }]) => [`rule-${key}`, name])),
}

/** A version of the calendar. */
export const calendarSubject = (subject: string): string => calendarWords.version(Number(subject)).toLowerCase()

/** A version of the deadlines of an office; subject: `CODE 2`, or `2` for those of all. */
export function deadlineSubject(subject: string, offices: ReadonlyMap<string, string>): string {
  const [number = '', code] = subject.split(' ').reverse()
  const whose = code === undefined ? deadlineWords.all : (offices.get(code) ?? code)
  return `${whose}, ${deadlineWords.version(Number(number)).toLowerCase()}`
}

/** A day, or days from one to another, that stand for a field; undefined for any other key. */
export function daysOfKey(key: string): string | undefined {
  const days = /^(\d{4}-\d\d-\d\d)(?: – (\d{4}-\d\d-\d\d))?$/.exec(key)
  return days?.[1] && daysRange(days[1], days[2] ?? days[1])
}
