import type { DayLine } from '../../server/domain/calendar'
import type { ClockStart } from '../../server/domain/case-history'
import type { DueExplanation } from '../../server/domain/deadlines'
import { entrySource, shortEntryName, weekdayAndDay } from './calendar'
import { capitalise, formatDay } from './format'

/** Who reads it: the sender, or staff. */
export type DueReader = 'sender' | 'staff'

const waiting = { sender: 'Tạm dừng chờ Ông/Bà bổ sung', staff: 'Tạm dừng chờ người gửi bổ sung' }
const civilCode = 'Bộ luật Dân sự 2015, Điều 147, 148'

const startLine = (day: string) => `${day}, không tính (Bộ luật Dân sự 2015, Điều 147)`

/** "Vì sao hạn là ngày này?" */
export const dueWords = {
  title: 'Vì sao hạn là ngày này?',
  caption: (from: string, to: string) => `Từng ngày từ ${formatDay(from)} đến ${formatDay(to)}`,
  ordinal: 'ngày làm việc thứ ',
  inLieu: 'bù',
  paused: 'chờ',
  due: (ordinal: number | null) => (ordinal === null ? 'hạn' : `hạn ${ordinal}`),
  today: ' (hôm nay)',
  legendCounted: 'Ngày được tính; số dưới là ngày làm việc thứ mấy',
  legendOff: 'Ngày nghỉ, không tính',
  legendSwapped: 'Thứ Bảy làm bù, có tính',
  legendToday: 'Hôm nay',
  inWords: 'Đọc từng ngày bằng chữ',
  /** The day that began the clock: in the calendar, in a sentence, out of hours, in the list of days. */
  starts: {
    sent: { cell: 'gửi', day: 'Ngày gửi', did: 'Gửi', line: startLine('ngày nhận') },
    moved: { cell: 'chuyển', day: 'Ngày chuyển đến', did: 'Chuyển đến', line: startLine('ngày chuyển đến') },
    supplemented: { cell: 'bổ sung', day: 'Ngày bổ sung', did: 'Bổ sung', line: startLine('ngày bổ sung') },
    reopened: {
      ...{ cell: 'mở lại', day: 'Ngày đề nghị xem xét lại', did: 'Đề nghị xem xét lại' },
      line: startLine('ngày đề nghị xem xét lại'),
    },
  } satisfies Record<ClockStart, Record<'cell' | 'day' | 'did' | 'line', string>>,
}

const outOf = (day: string) => formatDay(day).slice(0, 5)

/** Why in a few sentences: how many days there are, and what is not counted beside plain weekends. */
export function dueSentences(explanation: DueExplanation, reader: DueReader, start: ClockStart): string[] {
  const { days, from, dueOn, count, bySuperior, startedAt } = explanation
  const sentOn = new Date(Date.parse(startedAt) + 7 * 3_600_000).toISOString().slice(0, 10)
  const starts = dueWords.starts[start]
  return [
    bySuperior && dueOn ? `Cơ quan cấp trên yêu cầu trả lời trước hết ngày ${formatDay(dueOn)}.` : '',
    `Cơ quan có ${count} ngày làm việc.`,
    sentOn === from
      ? `${starts.day} (${weekdayAndDay(from)}) không tính.`
      : `${starts.did} ${weekdayAndDay(sentOn)} ngoài giờ nhận nên tính như nhận ${weekdayAndDay(from)}; ngày đó không tính.`,
    ...runsOf(days).flatMap((run) => runSentence(run, reader)),
    days.some(({ reason }) => reason === 'weekend') ? 'Thứ Bảy, Chủ nhật không tính.' : '',
    ...days
      .filter(({ reason, ordinal }) => reason === 'swap_work' && ordinal !== null)
      .map(({ day }) => `${capitalise(weekdayAndDay(day))} làm bù nên có tính.`),
    dueOn === null ? `${waiting[reader]}: hạn được tính lại khi có phần bổ sung.` : '',
  ].filter((sentence) => sentence !== '')
}

/** Days in a row that are not counted. */
function runsOf(days: readonly DayLine[]): DayLine[][] {
  const runs: DayLine[][] = []
  let open = false
  for (const line of days) {
    if (line.ordinal === null && open) runs.at(-1)?.push(line)
    else if (line.ordinal === null) runs.push([line])
    open = line.ordinal === null
  }
  return runs
}

/** `Từ 14/02 đến 22/02 (9 ngày) nghỉ: Tết Nguyên đán Bính Ngọ, không tính.` Nothing for a plain weekend. */
function runSentence(run: DayLine[], reader: DueReader): string[] {
  const names = new Set(
    run.flatMap(({ reason, entry }) => {
      if (reason === 'paused') return [waiting[reader].replace(/^T/, 't')]
      return entry && reason !== 'weekend' ? [shortEntryName(entry)] : []
    }),
  )
  const [first, last] = [run[0]?.day, run.at(-1)?.day]
  if (names.size === 0 || !first || !last) return []
  const why = [...names].join(', ')
  if (first === last) return [`${capitalise(weekdayAndDay(first))} không tính: ${why}.`]
  return [`Từ ${outOf(first)} đến ${outOf(last)} (${run.length} ngày) không tính: ${why}.`]
}

/** A day of the count in words: `không tính, Tết Nguyên đán`, `ngày làm việc thứ 3`. */
export function dayLineWords({ ordinal, reason, entry }: DayLine, reader: DueReader): string {
  if (reason === 'swap_work') return `ngày làm bù, có tính: ngày làm việc thứ ${ordinal}`
  if (ordinal !== null) return `ngày làm việc thứ ${ordinal}`
  if (reason === 'paused') return `không tính, ${waiting[reader].replace(/^T/, 't')}`
  if (!entry) return 'không tính, ngày nghỉ hằng tuần'
  const pair = entry.pair ? `, làm bù ngày ${formatDay(entry.pair)}` : ''
  const name = shortEntryName(entry)
  return `không tính, ${name}${pair}${entry.confidence === 'expected' ? ' (dự kiến)' : ''}`
}

/** `Lịch áp dụng: phiên bản 4. Căn cứ: …`, with the documents of the days in question. */
export function dueBasis({ days, calendarVersion }: DueExplanation, policy: string | null): string {
  const entries = days.flatMap(({ entry }) => (entry ? [entry] : []))
  const sources = new Set([...(policy ? [policy] : []), civilCode, ...entries.map(entrySource)])
  const expected = entries.some(({ confidence }) => confidence === 'expected')
  const note = expected ? ' Có ngày nghỉ dự kiến, chưa có thông báo; hạn có thể được tính lại.' : ''
  return `Lịch áp dụng: phiên bản ${calendarVersion}. Căn cứ: ${[...sources].join('; ')}.${note}`
}
