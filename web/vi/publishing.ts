import type { PublishingPart } from '../../db/publications'
import type { DeedFault } from '../../server/actions/case-deeds'
import type { RedactionDeed } from '../../server/actions/case-redacting'
import type { DueState } from '../../server/domain/deadlines'
import type { PlaceFault } from '../../server/domain/publication-place'
import type { RedactedField } from '../../server/domain/redaction'
import { formatCount, formatDay, formatMoment } from './format'

/** In the audit: what was done to the hidden places. */
export const redactionDeedNames = {
  hide: 'che thêm',
  'hide-typed': 'che những chữ đã gõ, ở mọi chỗ',
  show: 'bỏ che, cho mọi người thấy',
  name: 'nêu tên',
} satisfies Record<RedactionDeed['deed'], string>

const faults: Partial<Record<DeedFault, string>> = {
  'wrong-state': 'Phiếu không còn ở bước này. Xin xem lại tình trạng của phiếu.',
  'reason-missing': 'Xin ghi lý do; lý do hiện ở địa chỉ của câu trả lời.',
  'not-publishable': 'Phiếu này không được công khai: bị hạn chế, hoặc người gửi chỉ muốn được trả lời riêng.',
  conflict: 'Người khác vừa thay đổi phiếu này. Dưới đây là bản mới nhất; xin xem lại rồi làm tiếp.',
  'day-wrong': 'Ngày công khai chưa đúng.',
}

export const publishingWords = {
  title: 'Công khai câu trả lời',
  about:
    'Câu trả lời đã duyệt được công khai đúng hạn, thường là 2 ngày làm việc. Máy đề nghị chỗ cần che; không có gì riêng hiện ra nếu chưa có người bỏ che.',
  never:
    'Khiếu nại, tố cáo, việc về trẻ em và phiếu chỉ trả lời riêng không có ở đây: chúng không bao giờ được công khai.',
  parts: { waiting: 'Chờ công khai', published: 'Đã công khai', withdrawn: 'Đã gỡ' } satisfies Record<
    PublishingPart,
    string
  >,
  partsLabel: 'Danh sách',
  search: 'Tìm theo mã, tiêu đề, nội dung (không cần dấu)',
  find: 'Tìm',
  empty: {
    waiting: 'Không có câu trả lời nào chờ công khai.',
    published: 'Chưa có câu trả lời nào được công khai.',
    withdrawn: 'Chưa có câu trả lời nào bị gỡ.',
  } satisfies Record<PublishingPart, string>,
  noneFound: 'Không có phiếu nào khớp.',
  columns: { case: 'Phiếu', office: 'Đơn vị', answered: 'Trả lời', due: 'Hạn công khai', when: 'Công khai', why: 'Gỡ' },
  count: (n: number) => `${formatCount(n)} phiếu`,
  due: (day: string) => `hạn ${formatDay(day)}`,
  dueState: (state: DueState): string => {
    if (state.kind === 'today') return 'Đến hạn hôm nay'
    if (state.kind === 'left') return `Còn ${state.days} ngày làm việc`
    if (state.kind === 'overdue') return `Quá hạn ${state.days} ngày làm việc`
    return 'Tạm dừng'
  },
  day: (instant: string) => formatMoment(instant),
  withdrawn: (day: string, reason: string) => `${formatDay(day)}: ${reason}`,

  back: 'Danh sách công khai',
  dueTitle: 'Hạn công khai',
  dueWhy: (days: number, answered: string) =>
    `${days} ngày làm việc từ khi duyệt câu trả lời (${formatMoment(answered)}); ngày duyệt không tính.`,
  publishedAt: (instant: string) => `Đã công khai lúc ${formatMoment(instant)}.`,
  publishedBy: (name: string) => `Người công khai: ${name}.`,
  withdrawnAt: (instant: string) => `Đã gỡ lúc ${formatMoment(instant)}.`,
  reason: (text: string) => `Lý do: ${text}`,
  toPublic: 'Xem trang công khai',
  toCase: 'Xem cả phiếu',
  review:
    'Người gửi đã đề nghị xem xét lại. Bản đã công khai vẫn hiện, kèm ghi chú “đang xem xét lại”, đến khi công khai câu trả lời mới.',
  closed: 'Bản đã công khai không sửa tại chỗ. Muốn che thêm: gỡ, sửa rồi công khai lại.',

  original: 'Bản gốc, chỉ nội bộ',
  public: 'Bản mọi người thấy',
  fields: {
    title: 'Tóm tắt',
    content: 'Nội dung',
    place: 'Ở đâu, khi nào',
    wish: 'Mong muốn',
    answer: 'Câu trả lời',
  } satisfies Record<RedactedField, string>,
  blank: '(để trống)',

  proposals: 'Chỗ đang che',
  proposed: (n: number) =>
    n === 0
      ? 'Máy không thấy thông tin riêng nào. Xin đọc lại cả bản gốc.'
      : `Đang che ${n} chỗ. Chỗ không bấm gì thì vẫn được che.`,
  inField: (field: string) => `trong “${field}”`,
  drop: 'Bỏ che',
  dropOf: (kind: string, text: string) => `Bỏ che ${kind}: ${text}`,
  hideAgain: 'Che lại',
  hideAgainOf: (text: string) => `Che lại: ${text}`,
  revealed: (n: number) => `Đã bỏ che ${n} chỗ, mọi người sẽ thấy`,
  revealedNote: 'Ai bỏ che, lúc nào, đều được ghi vào nhật ký.',
  add: 'Che thêm những chữ này, ở mọi chỗ',
  addHint: 'Ví dụ: Nguyễn Văn A. Không cần gõ đúng dấu.',
  addButton: 'Che thêm',
  addSelection: 'Che thêm đoạn đang chọn',
  selectFirst: 'Xin bôi đen đoạn cần che trong bản gốc trước.',
  nowhere: (typed: string) => `Không thấy “${typed}” trong phiếu. Xin gõ đúng như trong bản gốc.`,
  pupil:
    'Có chỗ nói đến học sinh. Nếu phiếu về một trẻ em cụ thể, xin đừng công khai; đề nghị cán bộ tiếp nhận chuyển thành phiếu hạn chế.',

  name: 'Tên người gửi',
  nameNo: 'Không nêu tên. Người gửi không đồng ý nêu tên.',
  nameMay: 'Người gửi đồng ý nêu họ tên. Hiện đang không nêu.',
  nameShown: (name: string) => `Sẽ nêu tên: ${name}.`,
  nameShow: 'Nêu tên',
  nameHide: 'Không nêu tên',
  files: 'Tệp kèm theo không bao giờ được công khai.',

  preview: 'Xem trước như mọi người thấy',
  previewTitle: 'Xem trước, chưa công khai',
  previewNote: 'Đây là trang mọi người sẽ thấy. Xin đọc kỹ từng dòng rồi bấm Công khai.',
  publish: 'Công khai',
  publishAgain: 'Công khai lại',
  backToEdit: 'Quay lại sửa',
  unpublish: 'Gỡ khỏi trang công khai',
  unpublishTitle: 'Gỡ câu trả lời đã công khai',
  unpublishAbout:
    'Nội dung biến khỏi danh sách và trang tìm kiếm; địa chỉ vẫn còn và hiện lý do. Sửa xong có thể công khai lại.',
  unpublishReason: 'Lý do, mọi người đều thấy',
  unpublishHint: 'Ví dụ: để che thêm thông tin riêng. Đừng ghi lại thông tin đó.',
  cancel: 'Không gỡ',
  personal: 'Lý do có thông tin riêng. Xin ghi lý do chung, không nhắc lại thông tin đã che.',
  'too-long': 'Lý do dài quá 500 ký tự.',

  places: 'Nơi đã công khai',
  placesAbout: 'Trang của cơ quan tự ghi khi công khai. Nơi khác xin ghi kèm đường dẫn hoặc minh chứng.',
  placesNone: 'Chưa công khai ở đâu.',
  place: 'Nơi',
  link: 'Đường dẫn',
  linkHint: 'Bắt đầu bằng https://',
  on: 'Ngày công khai',
  note: 'Minh chứng, ghi chú',
  noteHint: 'Ví dụ: số văn bản, vị trí bảng, tên nơi công khai. Chỉ nội bộ.',
  proof: 'Ảnh chụp, tài liệu minh chứng (không bắt buộc, chỉ nội bộ)',
  proofFile: 'Xem minh chứng',
  addPlace: 'Ghi thêm nơi công khai',
  removePlace: 'Bỏ',
  removePlaceOf: (place: string, day: string) => `Bỏ ${place}, ngày ${formatDay(day)}`,
  confirmRemove: 'Bỏ nơi công khai này khỏi danh sách?',
  placeFaults: {
    place: 'Xin chọn nơi công khai.',
    link: 'Đường dẫn phải bắt đầu bằng https:// hoặc http:// và không quá 500 ký tự.',
    day: 'Xin ghi ngày, ví dụ 14/9/2026.',
    future: 'Ngày công khai ở sau hôm nay. Xin ghi ngày đã công khai.',
    before: 'Ngày công khai ở trước ngày trả lời. Xin xem lại.',
    proof: 'Xin ghi đường dẫn, ghi chú hoặc kèm tệp minh chứng.',
    note: 'Ghi chú dài quá 500 ký tự.',
  } satisfies Record<PlaceFault['code'], string>,

  refused: 'Chưa làm được',
  kept: 'Những gì đã ghi vẫn còn.',
  faultOf: (fault: DeedFault): string => faults[fault] ?? 'Việc này không làm được với phiếu ở bước hiện nay.',
}
