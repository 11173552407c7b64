import type { OverallRule } from '../../server/domain/survey'
import type { PartField, PartKind } from '../../server/domain/survey-changes'
import { formatCount, formatMoment } from './format'

/** Words of the survey editor. */
export const editorWords = {
  title: (title: string, version: number) => `${title}, bản nháp ${version}`,
  draft: 'Bản nháp',
  savedBy: (at: string, by: string | null) => `Lưu lần cuối lúc ${formatMoment(at)}${by ? `, ${by}` : ''}.`,
  saved: 'Đã lưu bản nháp.',
  unsaved: 'Đã sửa trên màn hình nhưng chưa lưu. Bấm “Lưu nháp” để giữ lại.',
  nothingBefore: 'Phiếu này chưa công bố bản nào.',
  same: (version: number) => `Chưa khác bản ${version}.`,
  differs: (version: number, what: string) => `Khác bản ${version}: ${what}.`,
  showChanges: 'Xem khác biệt',
  save: 'Lưu nháp',
  publish: (version: number) => `Công bố bản ${version}`,
  discard: 'Bỏ bản nháp',
  list: 'Mọi mẫu phiếu',
  parts: 'Các phần của phiếu',
  part: {
    chung: 'Thông tin chung',
    'thang-do': 'Thang đo',
    'mo-dau': 'Câu mở đầu',
    'hoi-them': 'Câu hỏi thêm',
    dich: 'Bản tiếng Anh',
  },
  counts: {
    questions: (n: number) => `${n} câu`,
    levels: (n: number) => `${n} mức`,
    asked: (on: number, all: number) => `hỏi ${on}/${all} câu`,
    translated: (done: number, all: number) => (done === 0 ? 'chưa dịch' : `${done}/${all} câu`),
  },
  readOnly: 'Tài khoản này chỉ xem được mẫu phiếu: mẫu phiếu dùng chung cho toàn hệ thống.',
  official: 'Lời chính thức (in trong báo cáo)',
  phone: 'Câu trên điện thoại',
  phoneHint: 'Ngắn, khoảng 12 từ. Viết “Ông/Bà” thì phiếu tự đổi theo cách xưng hô đã chọn.',
  short: 'Nhãn ngắn (biểu đồ)',
  reasons: 'Lý do gợi ý khi chọn mức thấp, mỗi dòng một lý do, tối đa 8',
  rules: 'Không hỏi câu này khi người trả lời chọn',
  noRules: 'Phiếu chưa có câu mở đầu nào.',
  more: 'Lý do, điều kiện',
  before: (version: number) => `Bản ${version}:`,
  dimension: (number: string) => `Yếu tố ${number}`,
  dimensionApart: 'Câu đánh giá chung, báo cáo riêng',
  criteria: 'Các câu',
  addCriterion: 'Thêm câu',
  rowDeeds: { up: 'Lên', down: 'Xuống', remove: 'Bỏ' },
  deedOf: (deed: string, key: string) => `${deed}: ${key}`,
  keysStay:
    'Số của câu giữ nguyên khi đổi chỗ và không dùng lại sau khi bỏ, để kết quả các bản còn so sánh được với nhau.',
  surveyTitle: 'Tên phiếu',
  minutes: 'Số phút để trả lời',
  source: 'Nguồn, căn cứ của bộ câu hỏi',
  overall: 'Cách tính mức độ hài lòng chung',
  overallRules: {
    'mean-of-criteria': 'Trung bình các tiêu chí',
    'mean-of-dimensions': 'Trung bình các yếu tố',
    pooled: 'Gộp mọi câu trả lời',
  } satisfies Record<OverallRule, string>,
  order: 'Thứ tự các mức trên màn hình',
  orders: { 'low-first': 'Từ mức thấp đến mức cao', 'high-first': 'Từ mức cao đến mức thấp' },
  address: 'Cách xưng hô với người trả lời',
  addressHint:
    'Ví dụ: Ông/Bà; anh/chị; em; quý phụ huynh. Dùng cho mọi câu viết “Ông/Bà” trong phiếu và trên trang; đầu câu tự viết hoa.',
  addresses: ['Ông/Bà', 'anh/chị', 'em', 'quý phụ huynh'],
  noOpinion: 'Lựa chọn “không có ý kiến”',
  noOpinionLabel: 'Trên phiếu',
  noOpinionShort: 'Nhãn ngắn',
  comment: 'Hỏi góp ý thêm ở cuối phiếu',
  commentLabel: 'Câu hỏi góp ý',
  commentHint: 'Lời nhắc dưới ô góp ý',
  scaleAbout: 'Từ mức thấp nhất đến mức cao nhất. Đánh dấu những mức được tính là hài lòng.',
  scaleFixed: 'Đổi thang đo sẽ thành một phiếu khác, không cộng chung được.',
  scaleCopy: 'Phiếu này đã có người trả lời. Cần thang đo khác, xin sao chép thành phiếu mới.',
  level: (n: number) => `Mức ${n}`,
  levelLabel: 'Lời trên phiếu',
  satisfied: 'Tính là hài lòng',
  addLevel: 'Thêm mức cao nhất',
  gatesAbout: 'Hỏi ở đầu phiếu. Câu trả lời quyết định những câu nào dành cho người đó.',
  itemsAbout: 'Không bắt buộc trả lời. Bỏ dấu để không hỏi; câu vẫn giữ lại, bật lên lúc nào cũng được.',
  noQuestions: 'Chưa có câu nào.',
  edit: 'Sửa',
  editOf: (label: string) => `Sửa câu: ${label}`,
  ask: (label: string) => `Hỏi câu: ${label}`,
  addQuestion: 'Thêm câu hỏi',
  questionLabel: 'Câu hỏi',
  questionKind: 'Cách trả lời',
  kinds: {
    one: 'Chọn một',
    many: 'Chọn nhiều',
    text: 'Viết một dòng',
    percent: 'Số phần trăm (0–100)',
    procedure: 'Chọn thủ tục',
  } as Record<string, string>,
  hint: 'Lời nhắc (không bắt buộc)',
  options: 'Các lựa chọn, mỗi dòng một lựa chọn',
  optionsHint: 'Sửa lời ở đúng dòng cũ thì vẫn là lựa chọn cũ; thêm dòng là thêm lựa chọn.',
  after: 'Chỉ hỏi khi ở câu trước đã chọn',
  afterNothing: 'Không có câu trước nào để chọn.',
  back: 'Về danh sách câu',
  word: {
    title: 'Từ chỉ người phục vụ',
    about:
      'Cơ quan hành chính: công chức; đơn vị sự nghiệp: viên chức; trường học: thầy cô, nhân viên nhà trường. Trên điện thoại thường viết cán bộ.',
    from: 'Đang viết',
    to: 'Đổi thành',
    suggestions: ['cán bộ', 'công chức', 'viên chức', 'thầy cô, nhân viên nhà trường'],
    official: 'Đổi cả lời chính thức và nhãn trong báo cáo',
    change: 'Đổi trong cả phiếu',
  },
  translation: {
    about:
      'Dịch đủ mọi câu thì trang phiếu có thêm liên kết “English”. Câu tiếng Việt đổi lời thì phải dịch lại câu đó.',
    vietnamese: 'Tiếng Việt',
    english: 'Tiếng Anh',
    of: (text: string) => `Bản tiếng Anh của: ${text}`,
    fill: 'Điền bản dịch có sẵn vào ô trống',
    filled: (n: number) =>
      n === 0 ? 'Không có bản dịch sẵn cho các ô còn trống.' : `Đã điền ${formatCount(n)} ô. Xin đọc lại rồi lưu.`,
    complete: 'Bản tiếng Anh đã đủ.',
    missing: (n: number) => `Còn ${formatCount(n)} câu chưa dịch.`,
  },
  preview: {
    title: 'Xem trên điện thoại',
    about: 'Bản đã lưu, khổ 360 điểm ảnh. Không gửi được phiếu từ đây.',
    frame: 'Phiếu như trên điện thoại',
    open: 'Xem riêng một trang',
    back: 'Về trang soạn',
    light: 'Nền sáng',
    dark: 'Nền tối',
    large: 'Chữ to',
    usual: 'Chữ thường',
    place: 'Xem thử, không gửi được',
    office: 'Tên cơ quan',
  },
  conflict: {
    title: 'Có người vừa lưu bản nháp này',
    about: (by: string | null, at: string) =>
      `${by ?? 'Một người khác'} đã lưu lúc ${formatMoment(at)}, sau khi trang này được mở. Chưa có gì bị ghi đè.`,
    changes: 'Nếu ghi phần vừa soạn lên bản đang có, những chỗ sau sẽ đổi:',
    same: 'Hai bản giống nhau ở phần này.',
    theirs: 'Bản đang có',
    mine: 'Phần vừa soạn',
    keepMine: 'Ghi phần vừa soạn lên bản đang có',
    keepTheirs: 'Bỏ phần vừa soạn, xem bản đang có',
  },
  discardPage: {
    title: (title: string) => `Bỏ bản nháp của ${title}`,
    about: 'Mọi sửa đổi chưa công bố sẽ mất và không lấy lại được. Các bản đã công bố và phiếu đã trả lời giữ nguyên.',
    changes: 'Những sửa đổi sẽ mất:',
    confirm: 'Bỏ bản nháp',
    cancel: 'Giữ lại, về trang soạn',
  },
  problems: { title: 'Chưa lưu được', kept: 'Những gì đã ghi vẫn còn trên trang.' },
}

/** What differs, in the order of reading. */
export const changeWords = {
  title: (version: number, before: number) => `Khác biệt giữa bản ${version} và bản ${before}`,
  titleFirst: (version: number) => `Nội dung bản ${version}`,
  none: 'Không có gì khác.',
  first: 'Phiếu này chưa công bố bản nào nên không có bản trước để so sánh.',
  added: 'Thêm',
  removed: 'Bỏ',
  moved: 'Đổi chỗ',
  reworded: 'Đổi lời, đổi thiết lập',
  before: 'Trước',
  after: 'Sau',
  place: 'Chỗ',
  comparable: (n: number) => `Kết quả hai bản so sánh được ở ${formatCount(n)} câu giữ nguyên lời chính thức.`,
  notComparable: (keys: readonly string[]) => `Không so sánh được với bản trước: ${keys.join(', ')}.`,
  otherScale: 'Thang đo khác bản trước nên không so sánh được câu nào.',
  texts: (n: number) => `${formatCount(n)} câu trong bản tiếng Anh`,
  kinds: {
    survey: 'Thông tin chung',
    level: 'Mức',
    dimension: 'Yếu tố',
    criterion: 'Câu',
    gate: 'Câu mở đầu',
    item: 'Câu hỏi thêm',
    option: 'Lựa chọn của',
    text: 'Tiếng Anh',
  } satisfies Record<PartKind, string>,
  fields: {
    title: 'tên phiếu',
    source: 'nguồn',
    minutes: 'số phút',
    overall: 'cách tính chung',
    order: 'thứ tự các mức',
    address: 'xưng hô',
    comment: 'câu góp ý',
    commentHint: 'lời nhắc ô góp ý',
    official: 'lời chính thức',
    phone: 'câu trên điện thoại',
    short: 'nhãn ngắn',
    label: 'lời',
    satisfied: 'tính là hài lòng',
    reasons: 'lý do gợi ý',
    rules: 'không hỏi khi',
    hint: 'lời nhắc',
    kind: 'cách trả lời',
    enabled: 'có hỏi',
    after: 'chỉ hỏi khi',
  } satisfies Record<PartField, string>,
  yes: 'có',
  no: 'không',
  empty: '(để trống)',
  /** "2 câu đổi lời, 1 mục thêm". */
  summary: ({ reworded, added, removed, moved }: Record<'reworded' | 'added' | 'removed' | 'moved', number>) =>
    [
      [reworded, 'chỗ đổi lời'],
      [added, 'mục thêm'],
      [removed, 'mục bỏ'],
      [moved, 'mục đổi chỗ'],
    ]
      .filter(([n]) => n !== 0)
      .map(([n, what]) => `${n} ${what}`)
      .join(', '),
}

/** A value of a part before or after, codes in words. */
export function changedValue(field: string, value: string): string {
  if (value === '') return changeWords.empty
  if (field === 'satisfied' || field === 'enabled') return value === 'yes' ? changeWords.yes : changeWords.no
  const tables: Record<string, Readonly<Record<string, string>>> = {
    overall: editorWords.overallRules,
    order: editorWords.orders,
    kind: editorWords.kinds,
  }
  return tables[field]?.[value] ?? value
}

const problemSentences: Record<string, (detail: string) => string> = {
  missing: () => 'Xin ghi nội dung ô này.',
  'too-long': (most) => `Nội dung dài quá, tối đa ${most} ký tự.`,
  'too-few': (least) => `Cần ít nhất ${least} mục.`,
  'too-many': (most) => `Nhiều quá, tối đa ${most} mục.`,
  'out-of-range': (limit) => `Số này ngoài giới hạn cho phép (${limit}).`,
  unreadable: () => 'Nội dung này chưa đọc được. Xin xem lại.',
  'repeated-key': (key) => `Số hoặc mã “${key}” bị dùng hai lần. Xin bỏ một mục.`,
  'no-satisfied-level': () => 'Chưa có mức nào được tính là hài lòng. Xin đánh dấu ít nhất một mức.',
  'no-unsatisfied-level': () =>
    'Mọi mức đều tính là hài lòng nên phiếu không đo được gì. Xin bỏ dấu ở ít nhất một mức.',
  'lost-dimension': () => 'Phiếu thiếu một yếu tố. Mỗi yếu tố của bộ câu hỏi phải còn trong phiếu.',
  'wrong-dimension': (key) => `Câu ${key} không thuộc yếu tố này.`,
  'unknown-gate': (gate) =>
    `Có câu đang dùng câu mở đầu “${gate}” hoặc lựa chọn của nó để bỏ qua. Xin bỏ điều kiện đó ở câu hỏi trước.`,
  unreachable: (key) => `Không ai được hỏi câu “${key}”: mọi lựa chọn đều bỏ qua nó, hoặc câu đứng trước không còn.`,
  'no-options': () => 'Câu chọn cần ít nhất hai lựa chọn, mỗi dòng một lựa chọn.',
  'scale-fixed': () => `${editorWords.scaleFixed} ${editorWords.scaleCopy}`,
}

/** The sentence for a reason of the survey rules. */
export function surveyProblem(code: string, detail: string): string {
  return (problemSentences[code] ?? problemSentences.unreadable)?.(detail) ?? ''
}
