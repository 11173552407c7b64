import type { PointField } from '../../server/actions/point-form'
import type { HoursProblem } from '../../server/domain/hours'
import type { PointKind } from '../../server/domain/point-kinds'
import type { PointState } from '../../server/domain/point-list'
import { formatCount, formatDay } from './format'
import { pointKindNames } from './kinds'

/** Words of the pages of survey points. */
export const pointWords = {
  title: 'Điểm khảo sát, mã QR',
  about: 'Mỗi điểm có một mã QR. Mã cũ đã in vẫn dùng được khi thay mã mới.',
  table: (until: string) => `Phiếu thu về trong 7 ngày, tính đến hết ${formatDay(until)}`,
  columns: {
    code: 'Mã',
    point: 'Điểm',
    survey: 'Phiếu hỏi',
    count: 'Phiếu 7 ngày',
    state: 'Tình trạng',
  },
  kinds: pointKindNames,
  kindHints: {
    desk: 'Thẻ hoặc áp phích đặt tại quầy, người dân trả lời bằng điện thoại của mình',
    tablet: 'Máy đặt tại quầy, nhiều người dùng; không giữ lại gì trên máy',
    link: 'Gửi qua tin nhắn, thư điện tử, đặt trên trang web',
    slip: 'In trên giấy hẹn, phiếu hẹn trả kết quả',
    poster: 'Treo ở sảnh, bảng tin, không thuộc riêng quầy nào',
  } satisfies Record<PointKind, string>,
  states: {
    open: 'Mở',
    paused: 'Tạm dừng',
    quiet: '21 ngày chưa có phiếu',
    replaced: 'Đã thay mã',
  } satisfies Record<PointState, string>,
  filter: {
    label: 'Lọc điểm khảo sát',
    words: 'Tìm',
    wordsHint: 'Tên, mã, cơ quan; không cần dấu',
    office: 'Cơ quan, đơn vị',
    anyOffice: 'Mọi cơ quan',
    kind: 'Loại',
    anyKind: 'Mọi loại',
    state: 'Tình trạng',
    anyState: 'Mọi điểm',
    submit: 'Lọc',
    clear: 'Bỏ lọc',
  },
  total: (count: number) => `${formatCount(count)} điểm`,
  noMatch: 'Không có điểm nào như vậy. Xin đổi chữ tìm hoặc bỏ lọc.',
  select: (name: string) => `Chọn ${name}`,
  selectAll: 'Chọn tất cả trên trang này',
  /** `{count}` is filled in by the script. */
  selected: 'Đã chọn {count} điểm:',
  allFiltered: (count: number) => `Chưa chọn điểm nào thì in cả ${formatCount(count)} điểm trong danh sách:`,
  posters: 'In áp phích',
  tents: 'In thẻ để bàn',
  codes: 'Tải mã QR',
  count: formatCount,
  few: 'dưới 5',
  quiet: (names: readonly string[]) =>
    names.length <= 3
      ? `${names.join('; ')} chưa có phiếu nào trong 21 ngày.`
      : `${formatCount(names.length)} điểm đang mở chưa có phiếu nào trong 21 ngày.`,
  quietAdvice: 'Xin kiểm tra áp phích còn treo và mã còn quét được.',
  quietAll: 'Xem các điểm này',
  nothing: 'Chưa có điểm khảo sát nào. Thêm một điểm để có mã QR và áp phích.',
  added: (name: string) => `Đã thêm điểm ${name}. In áp phích rồi đặt tại quầy là người dân trả lời được ngay.`,
  surveyName: (title: string, criteria: number) => `${title} (${criteria} câu)`,
  save: 'Lưu',
  changeTitle: 'Sửa điểm khảo sát',
  changeAbout: (code: string) => `Mã ${code} và áp phích đã in vẫn dùng được. Đổi tên thì nên in lại áp phích.`,
} as const

/** Words of the page of one point. */
export const onePoint = {
  facts: {
    office: 'Cơ quan, đơn vị',
    kind: 'Loại',
    host: 'Đặt tại',
    survey: 'Phiếu hỏi',
    channel: 'Người dân trả lời bằng',
    field: 'Lĩnh vực',
    count: 'Phiếu 7 ngày',
    hours: 'Giờ mở',
    procedures: 'Thủ tục',
    oldCodes: 'Mã cũ',
  },
  always: 'Mọi giờ',
  quickFirst: 'mở phiếu nhanh trước',
  /** The first field of the list and how many there are. */
  procedures: (fields: readonly string[], count: number) =>
    [fields.length === 1 ? fields[0] : '', `${formatCount(count)} thủ tục`].filter(Boolean).join(', '),
  wholeCatalogue: 'Cả danh mục',
  notAsked: 'Không hỏi',
  oldCode: (code: string) => `${code}, vẫn dùng được`,
  poster: 'In áp phích A4',
  tent: 'In thẻ để bàn',
  svg: 'Áp phích SVG',
  feedback: 'Trang gửi phản ánh, kiến nghị của điểm',
  tryIt: 'Mở thử phiếu',
  tryHint: 'Xem thử thì đừng bấm “Gửi phiếu”: phiếu đã gửi được tính như phiếu của người dân.',
  renew: 'Thay mã mới',
  change: 'Sửa',
  copy: 'Thêm điểm giống điểm này',
  results: 'Xem kết quả của điểm',
  pause: 'Tạm dừng',
  reopen: 'Mở lại',
  replacedBy: 'Mã này đã được thay. Người quét mã này được đưa đến điểm',
  sharingTitle: 'Bàn phục vụ nhiều cơ quan',
  sharingAbout:
    'Một mã in tại bàn, nhiều cơ quan: người dân quét mã rồi chọn cơ quan vừa làm việc. Phiếu tính cho cơ quan được chọn.',
  sharedWith: (code: string) => `Điểm này dùng chung mã in ${code}.`,
  share: 'Thêm cơ quan vào bàn này',
  shareOffice: 'Cơ quan được phục vụ thêm',
  closedOffice: 'Đơn vị của điểm này đã đóng nên điểm không mở lại được. Cần thì mở lại đơn vị trước.',
  shared: (office: string) => `Bàn này đã phục vụ thêm ${office}.`,
  shareFaults: {
    'unknown-office': 'Xin chọn một cơ quan đang hoạt động trong phạm vi quản lý.',
    served: 'Bàn này đã phục vụ cơ quan đó rồi.',
  },
  renewTitle: (code: string) => `Thay mã ${code} bằng mã mới?`,
  renewAbout: (code: string) => [
    `Điểm có mã mới, áp phích mới. Mã ${code} đã in vẫn quét được và mở đúng phiếu này.`,
    'Phiếu đã thu vẫn giữ nguyên; xem kết quả theo mã mới có cả phiếu của mã cũ.',
    'Không lấy lại mã cũ được.',
  ],
  renewYes: 'Thay mã mới',
  renewNo: 'Giữ mã này',
  renewed: (code: string) => `Đã thay. Mã mới là ${code}; xin in lại áp phích.`,
} as const

/** Words of the form of a point. */
export const pointForm = {
  newTitle: 'Thêm điểm khảo sát',
  add: 'Thêm điểm',
  name: 'Tên điểm',
  nameHint: 'Như người dân thấy tại quầy, ví dụ: Quầy 3 · Hộ tịch, chứng thực',
  office: 'Cơ quan, đơn vị',
  kind: 'Loại điểm',
  host: 'Đặt tại trụ sở của',
  hostSame: 'Chính cơ quan này',
  hostHint: 'Khi quầy đặt ở nơi khác, ví dụ trung tâm phục vụ hành chính công. Kết quả về nơi đón tiếp là của nơi đó.',
  survey: 'Phiếu hỏi',
  quick: 'Mã QR mở phiếu nhanh trước, rồi mời trả lời thêm phiếu đầy đủ',
  hours: 'Giờ mở (không bắt buộc)',
  hoursHint: 'Ví dụ: T2–T6 7:30–11:30, 13:00–17:00; T7 7:30–11:30. Để trống là mọi giờ.',
  field: 'Lĩnh vực (không bắt buộc)',
  fieldHint: 'Ghi vào từng phiếu, để xem kết quả theo lĩnh vực. Ví dụ: Hộ tịch',
  procedures: 'Thủ tục hành chính',
  asks: 'Hỏi người dân đã làm thủ tục nào',
  list: 'Những thủ tục làm tại đây (không bắt buộc)',
  listHint:
    'Mỗi dòng một mã hoặc tên thủ tục, hoặc tên một lĩnh vực để lấy cả lĩnh vực. Để trống là cả danh mục. Chỉ một thủ tục thì không cần hỏi.',
  wrong: {
    name: 'Xin ghi tên điểm, không quá 120 ký tự.',
    office: 'Xin chọn cơ quan, đơn vị.',
    kind: 'Xin chọn loại điểm.',
    host: 'Xin chọn nơi đặt.',
    survey: 'Xin chọn phiếu hỏi.',
    quick: 'Xin chọn lại.',
    field: 'Lĩnh vực không quá 120 ký tự.',
    asks: 'Xin chọn lại.',
  } satisfies Record<Exclude<PointField, 'hours' | 'procedures'>, string>,
  wrongHours: {
    'too-long': () => 'Giờ mở không quá 200 ký tự.',
    unreadable: (part) => `Chưa đọc được “${part}”. Xin ghi như: T2–T6 7:30–11:30, 13:00–17:00.`,
    'end-before-start': (part) => `Ở “${part}”, giờ đóng phải sau giờ mở.`,
    overlap: (part) => `Ở “${part}”, các khoảng giờ chồng lên nhau.`,
    'repeated-day': (part) => `Ở “${part}” có ngày đã ghi trước đó.`,
  } satisfies Record<HoursProblem, (part: string) => string>,
  wrongProcedure: (part: string) =>
    `Không rõ “${part}” là thủ tục nào trong danh mục. Xin ghi mã thủ tục, ví dụ 1.001193.`,
} as const
