import type { ComingStep, CurrentStep, DoneStep } from '../../server/domain/case-timeline'
import type { DueState } from '../../server/domain/deadlines'
import { weekdays } from './calendar'
import { publicationPlaceNames, ratingNames, refusalGroundNames } from './cases'
import { formatCount, formatDay } from './format'

const sevenHours = 7 * 3_600_000
const localOf = (instant: string) => new Date(Date.parse(instant) + sevenHours).toISOString()

/** A day (YYYY-MM-DD) in a sentence: `thứ Sáu, 20/11/2026`. */
export function dayInSentence(day: string): string {
  return `${weekdays.inSentence[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ${formatDay(day)}`
}

/** An instant in UTC+7 as its day: `thứ Sáu, 20/11/2026`. */
export const dayOfInstant = (instant: string) => dayInSentence(localOf(instant).slice(0, 10))

/** An instant in UTC+7: `9 giờ 05, thứ Sáu, 20/11/2026`. */
export function momentInSentence(instant: string): string {
  const local = localOf(instant)
  return `${Number(local.slice(11, 13))}\u00a0giờ\u00a0${local.slice(14, 16)}, ${dayInSentence(local.slice(0, 10))}`
}

/** How the deadline stands, as on a chip. */
export function dueLabel(state: DueState): string {
  if (state.kind === 'paused') return 'Tạm dừng (chờ bổ sung)'
  if (state.kind === 'today') return 'Đến hạn hôm nay'
  const days = `${formatCount(state.days)}\u00a0ngày làm\u00a0việc`
  return state.kind === 'left' ? `Còn ${days}` : `Quá hạn ${days}`
}

/** One step of the timeline: what happened, when, and more where there is more to say. */
export type StepWords = { title: string; when: string; more: string[] }

const filled = (...texts: (string | false | null)[]) => texts.filter((text): text is string => Boolean(text))

export function doneWords(step: DoneStep): StepWords {
  const title = doneTitle(step)
  if (step.kind === 'placed') return { title, when: dayInSentence(step.on), more: [] }
  return { title, when: momentInSentence(step.at), more: moreOf(step) }
}

function doneTitle(step: DoneStep): string {
  switch (step.kind) {
    case 'received':
      return 'Cơ quan đã nhận phiếu của Ông/Bà'
    case 'accepted':
      return 'Cơ quan đã tiếp nhận, bắt đầu xử lý'
    case 'taken-up':
      return 'Cơ quan đưa phiếu vào xử lý lại'
    case 'withdrawn':
      return 'Ông/Bà đã rút phiếu'
    case 'published':
      return 'Câu trả lời đã được công khai'
    case 'forwarded':
    case 'forwarded-outside':
      return `Phiếu được chuyển đến ${step.to}`
    case 'returned':
      return `Phiếu được trả lại ${step.to}`
    case 'refused':
      return 'Cơ quan không tiếp nhận'
    case 'asked':
      return 'Cơ quan đề nghị Ông/Bà bổ sung'
    case 'supplemented':
      return 'Cơ quan đã nhận thông tin Ông/Bà bổ sung'
    case 'extended':
      return 'Thời hạn trả lời được gia hạn'
    case 'answered':
      return 'Cơ quan đã trả lời'
    case 'rated':
      return `Ông/Bà đánh giá: ${ratingNames[step.rating].toLocaleLowerCase('vi')}`
    case 'reopened':
      return 'Ông/Bà đề nghị xem xét lại'
    case 'merged':
      return `Phiếu được gộp với phiếu ${step.code}`
    case 'split':
      return 'Phiếu được tách thành nhiều phiếu'
    case 'placed':
      return `Đã công khai tại: ${publicationPlaceNames[step.place].toLocaleLowerCase('vi')}`
    case 'unpublished':
      return 'Câu trả lời không còn được công khai'
  }
}

/** What the office wrote says it in its own words; the usual sentence stands where it wrote nothing. */
function moreOf(step: Exclude<DoneStep, { kind: 'placed' }>): string[] {
  switch (step.kind) {
    case 'received':
      return filled(step.sentAt !== step.at && `Ông/Bà gửi lúc ${momentInSentence(step.sentAt)}.`)
    case 'forwarded':
    case 'forwarded-outside':
      return [step.told || 'Việc này thuộc thẩm quyền của cơ quan đó. Ông/Bà vẫn theo dõi bằng mã cũ.']
    case 'returned':
      return [step.told || 'Để xác định đúng nơi xử lý.']
    case 'refused':
      return filled(`Lý do: ${refusalGroundNames[step.ground]}.`, step.text, step.door && `Ông/Bà có thể: ${step.door}`)
    case 'asked':
      return filled(step.text, `Hạn bổ sung: ${dayInSentence(step.untilOn)}.`)
    case 'supplemented':
    case 'reopened':
      return filled(step.text)
    case 'extended':
      return filled(step.dueOn && `Hạn mới: ${dayInSentence(step.dueOn)}.`, step.told)
    case 'answered':
      return filled(step.late && step.dueOn && `Trả lời sau hạn ${dayInSentence(step.dueOn)}.`)
    case 'merged':
      return [step.told || 'Ông/Bà nhận cùng câu trả lời.']
    case 'split':
      return [step.told || 'Mỗi phiếu có hạn trả lời riêng.']
    case 'unpublished':
      return filled(step.reason)
    default:
      return []
  }
}

/** `office`: the name of the one that has it now; `today`: YYYY-MM-DD in UTC+7. */
export function nowWords({ kind, since, by }: CurrentStep, office: string, today: string): StepWords {
  if (kind === 'waiting') return { title: 'Chờ Ông/Bà bổ sung', when: `từ ${dayOfInstant(since)}`, more: [] }
  const title = kind === 'classifying' ? 'Cơ quan đang phân loại' : `${office} đang xử lý`
  const until = kind === 'classifying' && by ? [`${by < today ? 'Hạn là' : 'Chậm nhất'} ${dayInSentence(by)}.`] : []
  return { title, when: `từ ${dayOfInstant(since)}`, more: until }
}

/** `passed`: the latest day is over. */
export function comingWords({ kind, by }: ComingStep, passed: boolean): StepWords {
  const title = kind === 'answer' ? 'Trả lời Ông/Bà' : 'Công khai, đã che thông tin riêng'
  if (by === null) return { title, when: 'ngày được tính lại khi có phần bổ sung', more: [] }
  return { title, when: passed ? `hạn là ${dayInSentence(by)}` : `chậm nhất ${dayInSentence(by)}`, more: [] }
}
