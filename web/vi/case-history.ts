import type { CaseEvent } from '../../server/domain/feedback-case'
import {
  caseChannelNames,
  caseKindNames,
  caseStateNames,
  contentGroupNames,
  publicationPlaceNames,
  ratingNames,
  refusalGroundNames,
} from './cases'
import { formatDay } from './format'

/** Names of people and offices by their ids and codes. */
export type EventNames = { staff: ReadonlyMap<string, string>; offices: ReadonlyMap<string, string> }
export type EventWords = { title: string; text: string[] }

const filled = (...texts: (string | false | null | undefined)[]) =>
  texts.filter((text): text is string => Boolean(text))

/** Who did it; nobody of the staff is the sender. */
export const senderName = 'Người gửi'

/** What the sender was told with it. */
export const toldWords = (text: string) => `Người gửi đọc ở trang tra cứu: ${text}`

/** What happened, for the staff: a title and what was said. */
export function eventWords(event: CaseEvent, { staff, offices }: EventNames): EventWords {
  const office = (code: string) => offices.get(code) ?? code
  const person = (id: string | null) => (id === null ? 'chưa giao cho ai' : (staff.get(id) ?? id))
  switch (event.kind) {
    case 'open': {
      const { channel, splitFrom } = event.data
      return { title: splitFrom ? `Tách từ phiếu ${splitFrom}` : 'Nhận phiếu', text: [caseChannelNames[channel]] }
    }
    case 'classify': {
      const { kind, contentGroup, field } = event.data
      const group = kind === 'pakn' && contentGroupNames[contentGroup]
      return { title: 'Phân loại', text: [filled(caseKindNames[kind], group, field).join(' · ')] }
    }
    case 'assign': {
      const { assigneeId, department, note } = event.data
      return { title: `Giao ${filled(person(assigneeId), department).join(', ')}`, text: filled(note) }
    }
    case 'restrict':
      return {
        title: event.data.restricted ? 'Hạn chế người xem' : 'Bỏ hạn chế người xem',
        text: filled(event.data.reason),
      }
    case 'refuse': {
      const { ground, door } = event.data
      return { title: 'Không tiếp nhận', text: filled(refusalGroundNames[ground], door && `Nơi đúng: ${door}`) }
    }
    case 'forward': {
      const { from, to, reason } = event.data
      return { title: `${office(from)} chuyển đến ${office(to)}`, text: [reason] }
    }
    case 'forward-outside': {
      const { to, address, reason } = event.data
      return { title: `Chuyển đến ${to}`, text: filled(address, reason) }
    }
    case 'return':
      return { title: `${office(event.officeCode)} trả lại ${office(event.data.to)}`, text: [event.data.reason] }
    case 'return-outside':
      return { title: `Trả lại ${event.data.to}`, text: [event.data.reason] }
    case 'ask-sender':
      return { title: 'Đề nghị người gửi bổ sung', text: [`Chờ đến hết ngày ${formatDay(event.data.untilOn)}.`] }
    case 'supplement': {
      const { text, files } = event.data
      return { title: 'Người gửi bổ sung', text: filled(text, files > 0 && `Kèm ${files} tệp.`) }
    }
    case 'start':
      return { title: 'Bắt đầu xử lý', text: filled(event.data.note) }
    case 'set-superior': {
      const { office: name, dueOn, document, wantsExplanation } = event.data
      const wanted = wantsExplanation && 'Yêu cầu giải trình.'
      return { title: `${name} đặt hạn ${formatDay(dueOn)}`, text: filled(document, wanted) }
    }
    case 'explain': {
      const { office: name, text, late } = event.data
      return { title: `Giải trình với ${name}${late ? ', sau hạn' : ''}`, text: [text] }
    }
    case 'note':
      return { title: 'Ghi chú nội bộ', text: [event.data.text] }
    case 'ask-extension':
      return { title: `Đề nghị gia hạn ${event.data.days} ngày làm việc`, text: [event.data.ground] }
    case 'approve-extension': {
      const { days, dueOn } = event.data
      return { title: `Duyệt gia hạn ${days} ngày làm việc`, text: filled(dueOn && `Hạn mới: ${formatDay(dueOn)}.`) }
    }
    case 'refuse-extension':
      return { title: `Không đồng ý gia hạn ${event.data.days} ngày làm việc`, text: [event.data.reason] }
    case 'submit':
      return { title: 'Trình duyệt câu trả lời', text: [] }
    case 'send-back':
      return { title: 'Trả lại câu trả lời để sửa', text: [event.data.reason] }
    case 'answer': {
      const { dueOn, late } = event.data
      return {
        title: 'Duyệt và gửi câu trả lời',
        text: filled(dueOn && `${late ? 'Quá hạn' : 'Đúng hạn'}: hạn ${formatDay(dueOn)}.`),
      }
    }
    case 'rate':
      return { title: `Đánh giá: ${ratingNames[event.data.rating]}`, text: filled(event.data.text) }
    case 'reopen':
      return { title: 'Đề nghị xem xét lại', text: [event.data.text] }
    case 'withdraw':
      return { title: 'Rút phiếu', text: filled(event.data.reason) }
    case 'merge':
      return { title: `Gộp vào phiếu ${event.data.intoCode}`, text: [] }
    case 'merge-in':
      return { title: `Nhận phiếu ${event.data.fromCode} gộp vào`, text: [] }
    case 'split':
      return { title: `Tách thành ${event.data.into.length} phiếu`, text: [event.data.into.join(', ')] }
    case 'correct':
      return { title: `Mở lại để sửa (trước đó: ${caseStateNames[event.data.from]})`, text: [event.data.reason] }
    case 'publish':
      return { title: 'Công khai câu trả lời', text: [] }
    case 'unpublish':
      return { title: 'Gỡ câu trả lời đã công khai', text: [event.data.reason] }
    case 'place':
    case 'unplace': {
      const { place, link, on } = event.data
      const name = Object.hasOwn(publicationPlaceNames, place)
        ? publicationPlaceNames[place as keyof typeof publicationPlaceNames]
        : place
      const title = event.kind === 'place' ? 'Ghi nơi công khai' : 'Bỏ nơi công khai ghi nhầm'
      return { title: `${title}: ${name}`, text: filled(formatDay(on), link) }
    }
  }
}
