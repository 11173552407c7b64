import type { FormDeed } from '../../server/domain/case-deed-fields'
import type { FormFault, FormFaultCode } from '../../server/domain/case-deed-forms'
import type { RefusalGround } from '../../server/domain/case-words'

type Labels = { label: string; hint?: string }
type DeedWords = { link: string; title: string; about?: string; submit: string; fields: Record<string, Labels> }

const reason = { reason: { label: 'Lý do' } }
const told = {
  told: {
    label: 'Báo người gửi',
    hint: 'Người gửi đọc đúng câu này; {{noi-nhan}} được thay bằng tên nơi nhận. Để trống thì người gửi chỉ thấy nơi nhận và ngày.',
  },
}

/** Each deed: its link on the page of the case, the form, and what the button says. */
export const deedWords: Record<FormDeed, DeedWords> = {
  classify: {
    link: 'Phân loại',
    title: 'Phân loại',
    about: 'Khiếu nại, tố cáo, việc về trẻ em được hạn chế người xem ngay khi phân loại và không bao giờ công khai.',
    submit: 'Ghi phân loại',
    fields: {
      kind: { label: 'Đây là' },
      contentType: {
        label: 'Loại nội dung',
        hint: 'Theo Điều 5 Nghị định số 20/2008/NĐ-CP. Báo cáo tính hành vi riêng, các loại còn lại vào quy định.',
      },
      both: { label: 'Nói cả hành vi và quy định (tính vào nhóm “cả hai”)' },
      field: { label: 'Lĩnh vực', hint: 'Ví dụ: Hộ tịch' },
      procedureCode: { label: 'Mã thủ tục', hint: 'Để trống nếu không rõ. Ví dụ: 1.008377' },
    },
  },
  assign: {
    link: 'Giao việc',
    title: 'Giao việc',
    about: 'Rõ người, rõ việc: người được giao nhận thông báo và thấy phiếu ở mục “Việc của tôi”.',
    submit: 'Giao',
    fields: {
      assigneeId: { label: 'Người xử lý' },
      department: { label: 'Bộ phận', hint: 'Phòng, tổ; có thể giao cho bộ phận khi chưa rõ người' },
      note: { label: 'Việc cần làm', hint: 'Ví dụ: Xem lại bảng niêm yết' },
    },
  },
  restrict: {
    link: 'Hạn chế người xem',
    title: 'Hạn chế người xem',
    about: 'Phiếu hạn chế chỉ người có thẩm quyền và người được giao mở được; mỗi lần mở đều được ghi nhật ký.',
    submit: 'Ghi',
    fields: { restricted: { label: 'Ai được xem' }, ...reason },
  },
  refuse: {
    link: 'Không tiếp nhận',
    title: 'Không tiếp nhận',
    submit: 'Không tiếp nhận và báo người gửi',
    fields: {
      ground: { label: 'Lý do' },
      text: { label: 'Câu gửi cho người gửi', hint: 'Người gửi đọc đúng câu này. Xin điền nốt các chỗ ⟨…⟩.' },
      door: { label: 'Người gửi có thể', hint: 'Nơi đúng để gửi: tên, địa chỉ, giờ tiếp' },
    },
  },
  forward: {
    link: 'Chuyển đơn vị khác',
    title: 'Chuyển đơn vị trong hệ thống',
    about: 'Đơn vị nhận có thời hạn mới tính từ lúc chuyển. Người gửi vẫn theo dõi bằng mã cũ.',
    submit: 'Chuyển',
    fields: { to: { label: 'Chuyển đến' }, ...reason, ...told },
  },
  'forward-outside': {
    link: 'Chuyển cơ quan ngoài hệ thống',
    title: 'Chuyển cơ quan ngoài hệ thống',
    about: 'Dùng khi cơ quan nhận không dùng chương trình này. Xin gửi kèm văn bản chuyển; phiếu kết thúc tại đây.',
    submit: 'Ghi là đã chuyển',
    fields: {
      to: { label: 'Cơ quan nhận' },
      address: { label: 'Địa chỉ, điện thoại', hint: 'Để người gửi liên hệ' },
      ...reason,
      ...told,
    },
  },
  return: {
    link: 'Trả lại nơi chuyển đến',
    title: 'Trả lại nơi chuyển đến',
    submit: 'Trả lại',
    fields: { ...reason, ...told },
  },
  'return-outside': {
    link: 'Trả lại cơ quan ngoài hệ thống',
    title: 'Trả lại cơ quan ngoài hệ thống',
    submit: 'Ghi là đã trả lại',
    fields: { to: { label: 'Trả lại cơ quan' }, ...reason, ...told },
  },
  'ask-sender': {
    link: 'Hỏi thêm người gửi',
    title: 'Hỏi thêm người gửi',
    about: 'Trong lúc chờ, thời hạn của cơ quan tạm dừng.',
    submit: 'Gửi câu hỏi',
    fields: { text: { label: 'Cần người gửi bổ sung điều gì', hint: 'Người gửi đọc đúng câu này.' } },
  },
  supplement: {
    link: 'Nhập hộ phần bổ sung',
    title: 'Nhập hộ phần bổ sung',
    about: 'Dùng khi người gửi bổ sung qua điện thoại, bằng giấy hoặc đến trực tiếp.',
    submit: 'Ghi phần bổ sung',
    fields: { text: { label: 'Nội dung người gửi bổ sung' } },
  },
  start: {
    link: 'Bắt đầu xử lý',
    title: 'Bắt đầu xử lý',
    submit: 'Bắt đầu xử lý',
    fields: { note: { label: 'Ghi chú', hint: 'Không bắt buộc' } },
  },
  'set-superior': {
    link: 'Ghi hạn của cấp trên',
    title: 'Ghi hạn của cấp trên',
    about:
      'Hạn trả lời là ngày đến trước: hạn của cơ quan hoặc hạn cấp trên đặt. Chờ người gửi bổ sung không dời hạn này.',
    submit: 'Ghi hạn',
    fields: {
      office: { label: 'Cơ quan cấp trên' },
      dueOn: { label: 'Phải xong trước hết ngày' },
      document: { label: 'Văn bản giao', hint: 'Số, ngày' },
      wantsExplanation: { label: 'Yêu cầu giải trình' },
    },
  },
  explain: {
    link: 'Giải trình với cấp trên',
    title: 'Giải trình với cấp trên',
    submit: 'Ghi giải trình',
    fields: { office: { label: 'Giải trình với' }, text: { label: 'Nội dung giải trình' } },
  },
  note: {
    link: 'Ghi chú nội bộ',
    title: 'Ghi chú nội bộ',
    submit: 'Ghi chú',
    fields: { text: { label: 'Ghi chú', hint: 'Chỉ cán bộ đọc được.' } },
  },
  'ask-extension': {
    link: 'Đề nghị gia hạn',
    title: 'Đề nghị gia hạn',
    about: 'Cần người khác duyệt và báo người gửi. Thống kê quốc gia vẫn tính là quá hạn nếu trả lời sau hạn ban đầu.',
    submit: 'Gửi đề nghị',
    fields: { days: { label: 'Thêm mấy ngày làm việc' }, ground: { label: 'Căn cứ, lý do' } },
  },
  'approve-extension': {
    link: 'Duyệt gia hạn',
    title: 'Duyệt gia hạn',
    submit: 'Duyệt và báo người gửi',
    fields: { told: { label: 'Báo người gửi', hint: 'Người gửi đọc đúng câu này trên trang tra cứu.' } },
  },
  'refuse-extension': {
    link: 'Không đồng ý gia hạn',
    title: 'Không đồng ý gia hạn',
    submit: 'Không đồng ý',
    fields: reason,
  },
  'send-back': {
    link: 'Trả lại để sửa',
    title: 'Trả lại câu trả lời để sửa',
    submit: 'Trả lại để sửa',
    fields: { reason: { label: 'Cần sửa điều gì' } },
  },
  reopen: {
    link: 'Nhập hộ đề nghị xem xét lại',
    title: 'Nhập hộ đề nghị xem xét lại',
    about: 'Mỗi phiếu được xem xét lại một lần.',
    submit: 'Ghi đề nghị',
    fields: { text: { label: 'Điều gì chưa thỏa đáng' } },
  },
  withdraw: {
    link: 'Nhập hộ việc rút phiếu',
    title: 'Nhập hộ việc rút phiếu',
    about: 'Chỉ khi chính người gửi đề nghị. Phiếu kết thúc và không mở lại được.',
    submit: 'Ghi là đã rút',
    fields: { reason: { label: 'Người gửi đề nghị rút khi nào, bằng cách nào' } },
  },
  correct: {
    link: 'Mở lại vì kết thúc nhầm',
    title: 'Mở lại vì kết thúc nhầm',
    about: 'Phiếu trở về đang xử lý với thời hạn cũ. Người gửi thấy phiếu được đưa vào xử lý lại.',
    submit: 'Mở lại',
    fields: reason,
  },
}

const faultWords: Record<FormFaultCode, string> = {
  missing: 'Chưa ghi. Xin ghi mục này.',
  choose: 'Chưa chọn. Xin chọn một mục.',
  'too-long': 'Quá dài. Xin ghi ngắn hơn.',
  'not-a-day': 'Ngày chưa đúng. Xin ghi theo dạng ngày/tháng/năm, ví dụ 14/09/2026.',
  'not-a-number': 'Xin ghi một số nguyên.',
  gaps: 'Còn chỗ chưa điền',
  'type-missing': 'Phản ánh, kiến nghị cần loại nội dung. Xin chọn một loại, hoặc đánh dấu cả hành vi và quy định.',
  'office-unknown': 'Không có đơn vị này. Xin chọn trong danh sách, hoặc ghi đúng mã hay tên đầy đủ.',
  'person-unknown': 'Người này không được giao phiếu này: khác đơn vị, hoặc không có thẩm quyền. Xin chọn người khác.',
  'procedure-unknown': 'Không có thủ tục mang mã này. Xin xem lại danh mục thủ tục, hoặc để trống.',
}

/** What is wrong with a field, as a sentence. */
export function formFaultWords({ code, words }: FormFault): string {
  return words ? `${faultWords[code]}: ${words}.` : faultWords[code]
}

export const caseForm = {
  refused: 'Chưa ghi được',
  kept: 'Nội dung đã ghi vẫn còn bên dưới.',
  cancel: 'Không làm nữa',
  closedOffice: (name: string, successor: string | null) =>
    successor
      ? `${name} không còn hoạt động; công việc do ${successor} tiếp tục. Xin chọn ${successor}.`
      : `${name} không còn hoạt động. Xin chọn đơn vị khác.`,
  nobodyYet: 'Chưa rõ người (chỉ giao bộ phận)',
  noType: 'Chưa chọn',
  restrictedYes: 'Chỉ người có thẩm quyền và người được giao',
  restrictedNo: 'Mọi cán bộ được xem phiếu của đơn vị',
  entrust: 'Phiếu này hạn chế người xem: người được giao sẽ xem được phiếu.',
  chooseGround: 'Vì sao không tiếp nhận?',
  chooseGroundAbout:
    'Mỗi lý do có câu gửi cho người gửi và nơi đúng để gửi. Ở bước sau Ông/Bà xem và sửa câu này trước khi gửi.',
  otherGround: 'Chọn lý do khác',
  previousOffice: (name: string) => `Phiếu sẽ về ${name} với thời hạn mới.`,
  asked: (days: number, ground: string) => `Đề nghị thêm ${days} ngày làm việc. Lý do: ${ground}`,
  templates: 'Mẫu có sẵn',
  useTemplate: (title: string) => `Dùng mẫu: ${title}`,
  receive: 'nơi tiếp công dân',
  extended: (days: number, dueOn: string, ground: string) =>
    `Hạn trả lời phiếu của Ông/Bà được gia hạn thêm ${days} ngày làm việc, đến hết ngày ${dueOn}, vì: ${ground}`,
  forwarded:
    'Việc Ông/Bà phản ánh thuộc thẩm quyền của {{noi-nhan}}. Phiếu đã được chuyển ngày {{hom-nay}}; Ông/Bà vẫn theo dõi bằng mã cũ.',
  returned: 'Phiếu được trả lại {{noi-nhan}} để xác định đúng nơi xử lý.',
} as const

type Refusal = { text: string; door: string }

/** WORDING §10: what the sender reads for each ground, and the right door. */
export const refusalTexts: Record<RefusalGround, Refusal> = {
  'no-sender': {
    text: 'Theo Nghị định số 20/2008/NĐ-CP, phản ánh, kiến nghị cần có tên, địa chỉ, số điện thoại hoặc địa chỉ thư. Cơ quan đã đề nghị bổ sung nhưng chưa nhận được nên chưa thể xử lý.',
    door: 'Gửi lại phản ánh, kiến nghị với đủ tên, địa chỉ, số điện thoại hoặc địa chỉ thư.',
  },
  unclear: {
    text: 'Cơ quan chưa thể xử lý vì nội dung không rõ việc cần phản ánh. Mời Ông/Bà gửi lại với nội dung cụ thể.',
    door: 'Gửi lại và nêu rõ việc xảy ra ở đâu, khi nào, thủ tục nào.',
  },
  complaint: {
    text: 'Nội dung Ông/Bà gửi là khiếu nại theo Luật Khiếu nại nên không xử lý theo quy trình phản ánh, kiến nghị. Mời Ông/Bà gửi đơn khiếu nại đến {{noi-tiep-cong-dan}}. Thời hiệu khiếu nại có giới hạn; đề nghị Ông/Bà gửi sớm.',
    door: 'Gửi đơn có chữ ký hoặc trình bày trực tiếp tại {{noi-tiep-cong-dan}}.',
  },
  denunciation: {
    text: 'Nội dung Ông/Bà gửi có dấu hiệu tố cáo. Trang này không phải là nơi nhận tố cáo theo Luật Tố cáo. Đề nghị Ông/Bà gửi đơn hoặc đến trình bày tại {{noi-tiep-cong-dan}}. Thông tin Ông/Bà đã gửi được giữ kín, không công khai và đã được báo cho người có trách nhiệm.',
    door: 'Gửi đơn có chữ ký (hoặc điểm chỉ) hoặc trình bày trực tiếp tại {{noi-tiep-cong-dan}}.',
  },
  question: {
    text: 'Nội dung của Ông/Bà là câu hỏi. Cơ quan trả lời như sau: ⟨nội dung trả lời⟩',
    door: '',
  },
  duplicate: {
    text: 'Nội dung này trùng với phiếu ⟨mã phiếu⟩ mà Ông/Bà đã gửi, đang được xử lý. Mời Ông/Bà theo dõi phiếu đó.',
    door: '',
  },
  'answered-before': {
    text: 'Việc này đã được trả lời tại phiếu ⟨mã phiếu⟩ và không có tình tiết mới.',
    door: 'Gửi lại và nêu rõ thông tin mới, nếu có.',
  },
  'not-competent': {
    text: 'Việc Ông/Bà phản ánh thuộc thẩm quyền của ⟨cơ quan⟩.',
    door: 'Gửi đến ⟨cơ quan, địa chỉ⟩.',
  },
  'not-pakn': {
    text: 'Nội dung Ông/Bà gửi không thuộc phạm vi phản ánh, kiến nghị về quy định hành chính theo Nghị định số 20/2008/NĐ-CP.',
    door: '⟨nơi đúng để gửi⟩',
  },
  abuse: {
    text: 'Cơ quan chưa thể xử lý vì nội dung ⟨dùng lời lẽ xúc phạm / là quảng cáo⟩. Mời Ông/Bà gửi lại với nội dung cụ thể.',
    door: '',
  },
}
