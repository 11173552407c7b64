import type { FormStep, Matter } from '../../server/domain/case-form'
import { formatCount } from './format'

/** Sending feedback and petitions (WORDING §9), around every page of the form. */
export const feedbackWords = {
  title: 'Gửi phản ánh, kiến nghị',
  about: (days: number) =>
    `Ông/Bà có thể phản ánh khó khăn, vướng mắc khi làm thủ tục hoặc kiến nghị cách làm tốt hơn. Cơ quan trả lời trong ${days} ngày làm việc. Không cần tài khoản.`,
  stepTitle: (heading: string, step: string) => `${heading} – ${step}`,
  progress: (step: number, steps: number) => `Bước ${step} trong ${steps}`,
  next: 'Tiếp tục',
  toReview: 'Lưu và xem lại',
  back: 'Quay lại',
  emergency: {
    strip: 'Đang nguy hiểm? Gọi ngay:',
    ask: 'Có người đang gặp nguy hiểm?',
    call: 'Xin gọi ngay:',
    calls: [
      { number: '113', who: 'công an' },
      { number: '114', who: 'cháy, cứu nạn' },
      { number: '115', who: 'cấp cứu' },
      { number: '111', who: 'bảo vệ trẻ em' },
    ],
    notHere: 'Trang này không thay cho các số trên.',
  },
  draft: {
    offer: 'Ông/Bà đang viết dở một phiếu trên máy này.',
    take: 'Viết tiếp',
    drop: 'Bỏ, viết phiếu mới',
    kept: 'Bài viết dở được giữ trên máy này 7 ngày.',
  },
  website: 'Xin để trống ô này',
  optional: '(không bắt buộc)',
  sending: 'Đang gửi…',
  offline: 'Chưa có mạng. Nội dung vẫn còn trên màn hình; mời Ông/Bà bấm lại khi có mạng.',
}

/** The headings of the pages, as questions. */
export const stepHeadings = {
  kind: 'Việc của Ông/Bà là gì?',
  doors: 'Việc này có nơi giải quyết riêng',
  where: 'Ông/Bà muốn gửi đến cơ quan nào?',
  content: 'Chuyện gì đã xảy ra?',
  files: 'Ảnh hoặc giấy tờ kèm theo',
  sender: 'Cơ quan trả lời cho ai?',
  publication: 'Công khai câu trả lời',
  review: 'Xem lại trước khi gửi',
} satisfies Record<FormStep, string>

/** What the heading of the content asks where nothing has happened. */
export const contentHeadings: Partial<Record<Matter, string>> = {
  question: 'Ông/Bà muốn hỏi điều gì?',
  idea: 'Ông/Bà đề xuất điều gì?',
  rule: 'Quy định, thủ tục nào chưa hợp lý?',
}

export const matterLabels = {
  conduct: 'Bị chậm trễ, gây phiền hà, làm không đúng quy định',
  rule: 'Quy định, thủ tục chưa hợp lý, khó thực hiện',
  both: 'Cả hai',
  idea: 'Đề xuất cách làm tốt hơn',
  question: 'Tôi chỉ muốn hỏi thông tin',
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  child: 'Trẻ em bị xâm hại, bạo lực',
  urgent: 'Việc khẩn cấp',
} satisfies Record<Matter, string>

export const kindStep = {
  other: 'Việc khác (khiếu nại, tố cáo…)',
  question: 'Câu hỏi được trả lời nhưng không tính là phản ánh, kiến nghị.',
  mixed: 'Nếu Ông/Bà có nhiều việc khác nhau, mời gửi mỗi việc một phiếu để được trả lời nhanh hơn.',
  to: (office: string) => `Gửi đến ${office}.`,
  elsewhere: 'Gửi đến cơ quan khác',
}

const atReception = (reception: string) =>
  reception === '' ? 'nơi tiếp công dân của cơ quan' : `nơi tiếp công dân (${reception})`

/** What is not a petition, with the right door, before anything is written (WORDING §10). */
export const doors = {
  about: 'Xin đọc phần dưới đây trước khi viết, để việc của Ông/Bà đến đúng nơi.',
  items: {
    child: {
      ask: 'Trẻ em bị đánh, bị xâm hại hoặc có nguy cơ?',
      text: () => 'Gọi 111 (miễn phí, 24 giờ). Thông tin gửi ở đây được giữ kín, không bao giờ công khai.',
      calls: ['111'],
      goOn: 'Gửi thông tin về trẻ em',
    },
    urgent: {
      ask: 'Có người đang gặp nguy hiểm?',
      text: () => 'Gọi 113, 114 hoặc 115 ngay.',
      calls: ['113', '114', '115'],
      goOn: 'Gửi thông tin về việc khẩn cấp',
    },
    complaint: {
      ask: 'Ông/Bà muốn đề nghị xem lại một quyết định hoặc việc làm mà Ông/Bà cho là xâm phạm quyền lợi của mình?',
      text: (reception: string) =>
        `Đó là khiếu nại. Khiếu nại phải gửi bằng đơn có chữ ký hoặc trình bày trực tiếp tại ${atReception(reception)}; không giải quyết qua trang này.`,
      calls: [],
      goOn: 'Tôi đã đọc, vẫn gửi thông tin về khiếu nại',
    },
    denunciation: {
      ask: 'Ông/Bà muốn báo một người hoặc cơ quan vi phạm pháp luật?',
      text: (reception: string) =>
        `Đó là tố cáo. Luật Tố cáo quy định tố cáo bằng đơn có chữ ký (hoặc điểm chỉ) hoặc trình bày trực tiếp tại ${atReception(reception)}. Họ tên, địa chỉ người tố cáo được giữ bí mật theo luật.`,
      calls: [],
      goOn: 'Tôi đã đọc, vẫn gửi thông tin về tố cáo',
    },
  } satisfies Partial<
    Record<Matter, { ask: string; text: (reception: string) => string; calls: readonly string[]; goOn: string }>
  >,
  call: (number: string) => `Gọi ${number}`,
  phone: (phone: string) => `Khi cần, mời Ông/Bà gọi cơ quan theo số ${phone}.`,
  notThese: 'Không phải các việc trên',
}

export const whereStep = {
  search: 'Tìm cơ quan',
  searchHint: 'Gõ vài chữ trong tên, không cần dấu. Ví dụ: binh an, thpt nguyen trai.',
  find: 'Tìm',
  found: (n: number, text: string) => `${formatCount(n)} cơ quan có “${text}”`,
  none: (text: string) => `Không tìm thấy cơ quan nào có “${text}”. Xin gõ ngắn hơn, hoặc gõ tên cũ của cơ quan.`,
  many: (shown: number, all: number) =>
    `Danh sách có ${formatCount(all)} cơ quan; dưới đây là ${formatCount(shown)} cơ quan đầu. Xin gõ tên để tìm.`,
  list: 'Cơ quan nhận',
  showAll: (n: number) => `Xem danh sách ${formatCount(n)} cơ quan`,
  below: (office: string) => `thuộc ${office}`,
  /** Filled in by the script while typing. */
  live: '{n} cơ quan phù hợp',
}

export const contentStep = {
  about: 'Xin viết bằng tiếng Việt: việc gì, ở đâu, ngày nào.',
  care: 'Không ghi số định danh, số tài khoản. Nếu việc liên quan đến học sinh, chỉ ghi chữ viết tắt của tên; đừng ghi lớp.',
  content: 'Nội dung',
  count: (n: number, most: number) => `Đã viết ${formatCount(n)} trong ${formatCount(most)} ký tự`,
  /** `{n}` is filled in by the script. */
  liveCount: (most: number) => `Đã viết {n} trong ${formatCount(most)} ký tự`,
  most: (most: number) => `Tối đa ${formatCount(most)} ký tự.`,
  place: 'Việc xảy ra ở đâu, khi nào',
  placeHint: 'Ví dụ: Quầy 3, sáng thứ Tư 18/11.',
  procedure: 'Thủ tục nào',
  procedureHint: 'Gõ vài chữ trong tên thủ tục, không cần dấu.',
  procedureNone: 'Không chọn',
  procedureFound: '{found} thủ tục phù hợp',
  procedureUnknown: 'Chưa thấy thủ tục nào như vậy. Ông/Bà cứ để nguyên chữ vừa gõ.',
  /** How a procedure that nobody knows is kept beside the place. */
  procedureTyped: (text: string) => `Thủ tục: ${text}`,
  wish: 'Ông/Bà mong muốn điều gì',
  titleLabel: 'Tóm tắt trong một dòng',
  titleHint: 'Để trống thì lấy câu đầu của nội dung.',
  found: {
    phone: 'Có vẻ có số điện thoại trong nội dung.',
    'id-number': 'Có vẻ có số định danh trong nội dung.',
    'bank-account': 'Có vẻ có số tài khoản trong nội dung.',
    email: 'Có vẻ có địa chỉ email trong nội dung.',
  },
  foundAbout: 'Ông/Bà sẽ điền số liên hệ ở bước sau, nơi chỉ cán bộ tiếp nhận xem được.',
  foundAfter: 'Nếu không cần thiết, xin bỏ đi: người được giao xử lý đọc được nội dung này.',
  takeOut: 'Bỏ khỏi nội dung',
}

export const filesStep = {
  optional: 'Không có tệp thì bấm “Tiếp tục”.',
  add: 'Thêm tệp đã chọn',
  own: (n: number, most: number) => `Đã thêm ${n} trong ${most} tệp`,
  full: 'Đã đủ số tệp. Muốn thêm tệp khác, xin bỏ bớt một tệp.',
  aDay: 'Tệp của phiếu chưa gửi chỉ được giữ một ngày.',
  tooMany: 'Có quá nhiều tệp gửi từ mạng này. Xin thử lại sau ít phút, hoặc gửi mà không kèm tệp.',
  removeOf: (name: string) => `Bỏ tệp ${name}`,
  uploading: 'Đang tải tệp lên…',
  /** The size is filled in by the script. */
  tooLarge: (most: string) =>
    `Tệp nặng {size} MB, mức tối đa là ${most}. Xin chọn tệp khác hoặc chụp lại ở cỡ nhỏ hơn; nội dung đã viết vẫn còn.`,
}

export const senderStep = {
  why: 'Theo Nghị định số 20/2008/NĐ‑CP, phản ánh, kiến nghị phải có tên, địa chỉ và số điện thoại hoặc địa chỉ thư của người gửi. Chỉ cán bộ tiếp nhận xem được thông tin này; nội dung công khai không nêu tên Ông/Bà.',
  whyKept:
    'Cơ quan cần biết người gửi để hỏi thêm và báo kết quả. Chỉ người được giao xem được; thông tin được giữ kín, không công khai.',
  whyOptional:
    'Ông/Bà có thể để trống. Nếu ghi, cơ quan hỏi thêm được khi cần; thông tin được giữ kín, không công khai.',
  name: 'Họ và tên',
  address: 'Địa chỉ',
  addressHint: 'Số nhà, đường hoặc thôn; xã, phường; tỉnh, thành phố.',
  phone: 'Điện thoại',
  byPost: 'Tôi không ghi điện thoại; xin gửi thư theo địa chỉ trên',
  email: 'Email',
  organisation: 'Gửi thay mặt tổ chức, doanh nghiệp',
  organisationHint: 'Tên tổ chức, nếu có.',
  anonymous: 'Tôi chỉ góp ý, không nêu tên',
  anonymousAbout: 'Góp ý không nêu tên được đọc và tổng hợp nhưng không có thời hạn trả lời.',
  isAnonymous: 'Ông/Bà đang gửi góp ý không nêu tên.',
  named: 'Tôi muốn nêu tên để được trả lời',
}

export const publicationStep = {
  choose: 'Ông/Bà chọn một trong hai cách',
  'without-name': 'Công khai nội dung và câu trả lời, không nêu tên và thông tin của tôi',
  private: 'Không công khai nội dung; chỉ trả lời riêng cho tôi',
  privateAbout: 'Cơ quan chỉ công khai mã phiếu, nơi trả lời, lĩnh vực, ngày gửi và ngày trả lời.',
  kept: 'Thông tin này được giữ kín, không công khai.',
  keptHeading: 'Thông tin được giữ kín',
  consents: 'Đồng ý riêng (không bắt buộc)',
  nameConsent: 'Tôi đồng ý cho cơ quan công khai họ tên của tôi cùng câu trả lời.',
  messageConsent: 'Tôi đồng ý nhận thông báo qua email mà tôi đã ghi.',
  privacyTitle: 'Thông báo về dữ liệu cá nhân',
  privacy: (office: string, retention: string, contact: string) =>
    `${office} dùng họ tên, địa chỉ, số điện thoại, email của Ông/Bà để tiếp nhận, xử lý và trả lời phản ánh, kiến nghị này theo quy định của pháp luật. Thông tin được giữ ${retention || 'không lâu hơn mức cần cho việc này'}, chỉ người được giao mới xem được và mỗi lần xem đều được ghi lại. Ông/Bà có quyền xem, sửa, yêu cầu xóa, rút lại sự đồng ý. Liên hệ: ${contact || office}.`,
  privacyAnonymous: 'Góp ý này không hỏi họ tên, địa chỉ, số điện thoại. Hệ thống không lưu địa chỉ mạng của máy.',
}

export const reviewStep = {
  about: 'Xin đọc lại một lượt. Bấm “Sửa” ở phần cần đổi; các phần khác vẫn giữ nguyên.',
  edit: 'Sửa',
  editOf: (what: string) => `Sửa phần ${what}`,
  send: 'Gửi',
  parts: {
    kind: 'Việc',
    where: 'Nơi nhận',
    content: 'Nội dung',
    files: 'Tệp kèm theo',
    sender: 'Người gửi',
    publication: 'Công khai',
  },
  title: 'Tóm tắt',
  point: 'Điểm',
  none: 'Không có',
  noSender: 'Không nêu tên',
  noDue: 'Góp ý không nêu tên không có thời hạn trả lời.',
  yesName: 'Đồng ý công khai họ tên',
  yesMessage: 'Đồng ý nhận thông báo',
  days: (days: number) => `Cơ quan trả lời trong ${days} ngày làm việc, tính từ ngày làm việc sau ngày gửi.`,
  post: 'Nhận thư theo địa chỉ trên',
}
