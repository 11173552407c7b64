import type { CaseCounts } from '../../server/domain/case-identity'
import type { ContentType } from '../../server/domain/case-words'
import type { ScoredMetric } from '../../server/domain/scoring'
import { formatDay, formatShortNumber } from './format'

/** Names of the columns of every table of petitions. */
export const caseColumnWords = {
  carried: 'Kỳ trước chuyển sang',
  new: 'Mới trong kỳ',
  again: 'Mở lại, nhận lại',
  total: 'Tổng số',
  handled: 'Đã trả lời',
  handledNew: 'Đã trả lời: mới trong kỳ',
  handledCarried: 'Đã trả lời: kỳ trước chuyển sang',
  inProgress: 'Đang xử lý',
  inProgressNew: 'Đang xử lý: mới trong kỳ',
  inProgressCarried: 'Đang xử lý: kỳ trước chuyển sang',
  refused: 'Không tiếp nhận',
  forwarded: 'Chuyển cơ quan khác',
  returned: 'Trả lại nơi chuyển đến',
  withdrawn: 'Người gửi rút',
  merged: 'Gộp vào phiếu khác',
  split: 'Đã tách',
  handledLate: 'Trả lời quá hạn',
  handledLateNationally: 'Trả lời quá hạn (không tính gia hạn)',
  overdue: 'Đang xử lý quá hạn',
  overdueNationally: 'Đang xử lý quá hạn (không tính gia hạn)',
  conduct: 'Hành vi',
  rule: 'Quy định',
  both: 'Cả hai',
  unclassified: 'Chưa phân loại',
  cases: 'Số vụ việc',
  senders: 'Số người gửi',
} satisfies Record<keyof CaseCounts, string>

/** Content types in few words, for tables. */
export const shortTypeNames = {
  conduct: 'Hành vi',
  unfit: 'Quy định không phù hợp',
  inconsistent: 'Quy định thiếu thống nhất',
  unlawful: 'Quy định không hợp pháp',
  'against-treaty': 'Trái điều ước quốc tế',
  'other-rule': 'Vấn đề khác về quy định',
  solution: 'Đề xuất phương án',
  initiative: 'Sáng kiến quy định mới',
} satisfies Record<ContentType, string>

export const caseReportWords = {
  total: 'Tổng cộng',
  code: 'Mã',
  unclassified: 'Chưa phân loại',
  noField: 'Chưa ghi lĩnh vực',
  noProcedure: 'Không gắn thủ tục',
  department: (office: string, department: string) => `${office} – ${department || 'chưa giao phòng'}`,
  by: {
    office: 'Đơn vị',
    department: 'Phòng',
    type: 'Loại nội dung',
    procedure: 'Thủ tục',
    field: 'Lĩnh vực',
    month: 'Tháng',
  },
  columns: {
    ...caseColumnWords,
    handledOnTime: 'Trả lời đúng hạn',
    onTime: 'Tỷ lệ đúng hạn',
    onTimeNationally: 'Tỷ lệ đúng hạn (không tính gia hạn)',
    handlingMedian: 'Ngày làm việc để trả lời (trung vị)',
    handlingP90: 'Ngày làm việc để trả lời (90% số phiếu)',
    responseMedian: 'Ngày làm việc đến phản hồi đầu tiên (trung vị)',
    published: 'Đã công khai',
    publishedRate: 'Tỷ lệ công khai',
    notSatisfied: 'Không hài lòng với câu trả lời',
  },

  performanceTitle: (by: string) => `Kết quả xử lý phản ánh, kiến nghị theo ${by.toLocaleLowerCase('vi')}`,
  scopeNote: (from: string, to: string, goesOn: boolean) =>
    goesOn
      ? `Số liệu từ ngày ${formatDay(from)} đến nay; kỳ chưa kết thúc (${formatDay(to)}).`
      : `Số liệu từ ngày ${formatDay(from)}, tính đến 24 giờ 00 ngày ${formatDay(to)}.`,
  onlyPetitions:
    'Chỉ tính phản ánh, kiến nghị; hỏi đáp, góp ý không nêu tên, khiếu nại, tố cáo và loại khác được đếm riêng. Loại và lĩnh vực là như đã ghi nhận đến hết kỳ.',
  adds: {
    office:
      'Các đơn vị cộng lại bằng tổng ở: kỳ trước chuyển sang, đã trả lời, đang xử lý, quá hạn, không tiếp nhận, rút, gộp, tách. Phiếu chuyển giữa các đơn vị trong phạm vi được tính ở cả nơi chuyển (chuyển, trả lại) và nơi nhận (mới, nhận lại), nhưng không tính trong dòng tổng.',
    department: 'Các dòng cộng lại bằng tổng. Phòng là phòng được giao sau cùng trong kỳ.',
    type: 'Các dòng cộng lại bằng tổng.',
    procedure: 'Các dòng cộng lại bằng tổng.',
    field: 'Các dòng cộng lại bằng tổng.',
    month:
      'Số phát sinh và kết quả của các tháng cộng lại bằng cả kỳ; đang xử lý của tháng trước là kỳ trước chuyển sang của tháng sau. Phiếu được phân loại lại ở tháng sau vẫn đứng ở loại cũ trong tháng trước.',
  },
  performanceNote:
    'Tỷ lệ đúng hạn = (trả lời đúng hạn + đang xử lý chưa quá hạn) / (đã trả lời + đang xử lý). Ngày làm việc để trả lời không gồm ngày chờ người gửi bổ sung. Ô trống: không có phiếu để tính, không phải 0%.',
  unbalanced:
    'CẢNH BÁO: tổng đầu vào và đầu ra của bảng không bằng nhau. Xin đừng dùng bảng này và báo cho người quản trị.',

  summaryTitle: 'Tổng hợp tiếp nhận, xử lý phản ánh, kiến nghị',
  summarySource: 'Tham khảo biểu II.05, Thông tư 01/2020/TT-VPCP.',
  summary: {
    no: 'STT',
    field: 'Ngành, lĩnh vực',
    total: 'Tổng',
    handled: 'Đã xử lý: tổng',
    handledNew: 'Đã xử lý: mới',
    handledCarried: 'Đã xử lý: kỳ trước',
    inProgress: 'Đang xử lý: tổng',
    inProgressNew: 'Đang xử lý: mới',
    inProgressCarried: 'Đang xử lý: kỳ trước',
    moved: 'Không thuộc thẩm quyền, đã chuyển',
    published: 'Đã công khai',
    others: 'Không tiếp nhận, rút, gộp, tách',
    note: 'Ghi chú',
  },
  summaryNote:
    'Tổng = đã xử lý + đang xử lý + đã chuyển (gồm trả lại nơi chuyển đến) + không tiếp nhận, rút, gộp, tách = hành vi + quy định + cả hai + chưa phân loại. “Mới” gồm phiếu mở lại, nhận lại trong kỳ.',
  balance: (c: CaseCounts) =>
    `Kiểm tra: ${c.carried} kỳ trước + ${c.new} mới + ${c.again} mở lại, nhận lại = ${c.total} = ${c.handled} đã trả lời + ${c.inProgress} đang xử lý + ${c.refused} không tiếp nhận + ${c.forwarded} chuyển + ${c.returned} trả lại + ${c.withdrawn} rút + ${c.merged} gộp + ${c.split} tách.`,
  overdueInRow: (count: number) => (count > 0 ? `${count} quá hạn` : ''),

  registerTitle: 'Sổ theo dõi phản ánh, kiến nghị',
  register: {
    code: 'Mã',
    received: 'Ngày nhận',
    sent: 'Ngày gửi',
    channel: 'Kênh',
    kind: 'Loại việc',
    title: 'Nội dung',
    type: 'Loại nội dung',
    field: 'Lĩnh vực',
    procedure: 'Thủ tục',
    office: 'Đơn vị',
    assignee: 'Người xử lý',
    entered: 'Vào kỳ',
    due: 'Hạn trả lời',
    answered: 'Ngày trả lời',
    onTime: 'Đúng hạn',
    published: 'Ngày công khai',
    result: 'Kết quả',
    rating: 'Người gửi đánh giá',
  },
  enteredNames: { carried: 'Kỳ trước chuyển sang', new: 'Mới', again: 'Mở lại, nhận lại' },
  leftNames: {
    handled: 'Đã trả lời',
    refused: 'Không tiếp nhận',
    forwarded: 'Đã chuyển cơ quan khác',
    returned: 'Đã trả lại nơi chuyển đến',
    withdrawn: 'Người gửi rút',
    merged: 'Đã gộp',
    split: 'Đã tách',
    'in-progress': 'Đang xử lý',
  },
  restrictedTitle: '(hạn chế)',
  registerNote: 'Sổ không ghi người gửi. Kết quả, hạn và người xử lý là như đến hết kỳ.',
  restrictedShown: 'Vụ việc hạn chế (khiếu nại, tố cáo, trẻ em) chỉ ghi mã và ngày; không ghi nội dung.',
  restrictedLeftOut: 'Sổ này không gồm vụ việc hạn chế.',

  indicatorsTitle: 'Chỉ số xử lý phản ánh, kiến nghị',
  indicator: {
    key: 'Mã',
    label: 'Chỉ số',
    part: 'Tử số',
    of: 'Mẫu số',
    rate: 'Tỷ lệ',
    value: 'Giá trị',
    target: 'Chỉ tiêu',
    met: 'So với chỉ tiêu',
    source: 'Căn cứ, ghi chú',
  },
  met: { yes: 'Đạt', no: 'Chưa đạt' },
  selfComputed: 'Tự tính để tham khảo: hệ thống quốc gia tính các mục 5.1–5.4 từ dữ liệu của mình.',
  noCaseNote: 'Không có phiếu nào thì không có tỷ lệ (không phải 0%); chỉ số 8 khi đó đạt điểm tối đa.',
  rows: {
    'answered-due': 'Đã trả lời trên số đã trả lời hoặc quá hạn',
    'on-time': 'Đúng hạn, theo hạn của cơ quan (có tính gia hạn)',
    '766-5.1': '5.1 Đã xử lý trên số phải xử lý',
    '766-5.2': '5.2 Đúng hạn (không tính gia hạn)',
    '766-5.3': '5.3 Hài lòng trong xử lý phản ánh, kiến nghị',
    '766-5.4': '5.4 Hài lòng trong giải quyết hồ sơ',
    'tt01-8': 'Chỉ số 8 Thông tư 01/2018/TT-VPCP (điểm, tối đa 2)',
    'handling-median': 'Số ngày làm việc để trả lời (trung vị)',
    'handling-p90': 'Số ngày làm việc để trả lời (90% số phiếu không quá)',
    'response-median': 'Số ngày làm việc đến phản hồi đầu tiên (trung vị)',
    published: 'Đã công khai trên số được phép công khai',
    'published-on-time': 'Công khai trong hạn',
    'publishing-median': 'Số ngày làm việc từ trả lời đến công khai (trung vị)',
    'rating-satisfied': 'Người gửi hài lòng với câu trả lời',
    'rating-acceptable': 'Người gửi chấp nhận được',
    'rating-not-satisfied': 'Người gửi không hài lòng',
  },
  dossiersSource:
    'Quyết định 766/QĐ-TTg: 100% trừ tỷ lệ hồ sơ trễ hẹn và tỷ lệ hồ sơ bị phản ánh, không hài lòng; số do đơn vị nhập.',
  sources: {
    'answered-due': 'Phiếu chưa đến hạn không tính.',
    'on-time': '(Trả lời đúng hạn + đang xử lý chưa quá hạn) / (đã trả lời + đang xử lý).',
    '766-5.1': 'Quyết định 766/QĐ-TTg (?): đã trả lời / (đã trả lời + đang xử lý).',
    '766-5.2': 'Quyết định 766/QĐ-TTg: như dòng trên, phiếu được gia hạn vẫn tính theo hạn ban đầu.',
    '766-5.3':
      'Quyết định 766/QĐ-TTg: phiếu mới nhận trong kỳ, trừ phiếu bị đánh giá không hài lòng, quá hạn hoặc phải mở lại. Không đánh giá tính là hài lòng.',
    '766-5.4': 'Chưa tính được: chưa nhập số hồ sơ trễ hẹn và số hồ sơ có phản ánh, kiến nghị ở trang Kỳ báo cáo.',
    'tt01-8': '2: không có phiếu, hoặc tất cả đúng hạn; 1: từ 90%; 0: dưới 90%.',
    'response-median': 'Việc đầu tiên người gửi thấy được: phân loại, hỏi thêm, chuyển, trả lời.',
    published: 'Không tính phiếu người gửi chỉ muốn trả lời riêng và phiếu hạn chế. Tính mọi nơi công khai chính thức.',
    'published-on-time': 'Trên số đã công khai hoặc đã quá hạn công khai.',
  } as Record<string, string>,
  scored: (metric: ScoredMetric) => `Điểm tự chấm: ${scoredNames[metric]}`,
  targetAtLeast: (percent: number, strictly: boolean) => `${strictly ? 'trên ' : ''}${formatShortNumber(percent)}%`,
} as const

const scoredNames = {
  handled: 'đã xử lý',
  'on-time': 'đúng hạn',
  satisfied: 'hài lòng trong xử lý phản ánh, kiến nghị',
  published: 'công khai',
  dossiers: 'hài lòng trong giải quyết hồ sơ',
} satisfies Record<ScoredMetric, string>
