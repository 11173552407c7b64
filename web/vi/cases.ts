import type {
  CaseChannel,
  CaseKind,
  CaseState,
  ContentGroup,
  ContentType,
  PublicationPlace,
  Rating,
  RefusalGround,
} from '../../server/domain/case-words'

/** States as the staff read them (WORDING §11). */
export const caseStateNames = {
  new: 'Chờ tiếp nhận',
  'awaiting-sender': 'Chờ người gửi bổ sung',
  supplemented: 'Đã bổ sung, chờ xử lý',
  'in-progress': 'Đang xử lý',
  'awaiting-approval': 'Chờ duyệt',
  'awaiting-publication': 'Chờ công khai',
  answered: 'Đã trả lời',
  'answered-privately': 'Đã trả lời, không công khai',
  published: 'Đã công khai',
  refused: 'Không tiếp nhận',
  forwarded: 'Đã chuyển cơ quan có thẩm quyền',
  returned: 'Trả lại nơi chuyển đến',
  merged: 'Đã gộp',
  split: 'Đã tách',
  withdrawn: 'Người gửi đã rút',
  reopened: 'Xem xét lại',
} satisfies Record<CaseState, string>

/** The same as the sender reads them. */
export const caseStateForSender = {
  new: 'Đã nhận, đang phân loại',
  'awaiting-sender': 'Cần Ông/Bà bổ sung',
  supplemented: 'Đã nhận phần bổ sung',
  'in-progress': 'Đang xử lý',
  'awaiting-approval': 'Đang xử lý',
  'awaiting-publication': 'Đã trả lời',
  answered: 'Đã trả lời',
  'answered-privately': 'Đã trả lời riêng',
  published: 'Đã trả lời và công khai',
  refused: 'Không tiếp nhận',
  forwarded: 'Đã chuyển cơ quan có thẩm quyền',
  returned: 'Đang xác định nơi xử lý',
  merged: 'Đã gộp với phiếu cùng nội dung',
  split: 'Đã tách thành nhiều phiếu',
  withdrawn: 'Ông/Bà đã rút phiếu',
  reopened: 'Đang xem xét lại',
} satisfies Record<CaseState, string>

export const caseKindNames = {
  pakn: 'Phản ánh, kiến nghị',
  question: 'Hỏi đáp',
  suggestion: 'Góp ý không nêu tên',
  complaint: 'Khiếu nại',
  denunciation: 'Thông tin có nội dung tố cáo',
  urgent: 'Khẩn cấp',
  child: 'Trẻ em bị xâm hại, bạo lực',
  mixed: 'Đơn có nhiều nội dung',
} satisfies Record<CaseKind, string>

/** Decree 20/2008/NĐ-CP, article 5. */
export const contentTypeNames = {
  conduct: 'Hành vi chậm trễ, gây phiền hà, không thực hiện hoặc thực hiện không đúng quy định',
  unfit: 'Quy định không phù hợp thực tế',
  inconsistent: 'Quy định không đồng bộ, thiếu thống nhất',
  unlawful: 'Quy định không hợp pháp',
  'against-treaty': 'Quy định trái điều ước quốc tế',
  'other-rule': 'Vấn đề khác về quy định hành chính',
  solution: 'Đề xuất phương án xử lý',
  initiative: 'Sáng kiến ban hành quy định mới',
} satisfies Record<ContentType, string>

export const contentGroupNames = {
  conduct: 'Hành vi',
  rule: 'Quy định',
  both: 'Cả hai',
  unclassified: 'Chưa phân loại',
} satisfies Record<ContentGroup, string>

export const caseChannelNames = {
  qr: 'Mã QR tại quầy',
  web: 'Trang web',
  survey: 'Sau phiếu khảo sát',
  paper: 'Giấy, bưu chính',
  'in-person': 'Trực tiếp',
  telephone: 'Điện thoại',
  email: 'Thư điện tử',
  'letter-box': 'Hòm thư góp ý',
  zalo: 'Zalo',
  'hotline-1022': 'Tổng đài 1022',
  dialogue: 'Đối thoại, tiếp công dân',
  forwarded: 'Cơ quan khác chuyển đến',
  superior: 'Cấp trên giao',
  'national-portal': 'Cổng Dịch vụ công quốc gia',
} satisfies Record<CaseChannel, string>

/** WORDING §10. */
export const refusalGroundNames = {
  'no-sender': 'Không đủ thông tin người gửi sau khi đã yêu cầu bổ sung',
  unclear: 'Không rõ nội dung',
  complaint: 'Là khiếu nại',
  denunciation: 'Là tố cáo',
  question: 'Là câu hỏi',
  duplicate: 'Trùng phiếu khác',
  'answered-before': 'Đã trả lời, không có tình tiết mới',
  'not-competent': 'Không thuộc thẩm quyền (đã chuyển)',
  'not-pakn': 'Không thuộc phạm vi phản ánh, kiến nghị',
  abuse: 'Lời lẽ xúc phạm, quảng cáo, thư rác',
} satisfies Record<RefusalGround, string>

export const ratingNames = {
  satisfied: 'Hài lòng',
  acceptable: 'Chấp nhận được',
  'not-satisfied': 'Không hài lòng',
} satisfies Record<Rating, string>

export const publicationPlaceNames = {
  'own-page': 'Trang của cơ quan',
  'national-portal': 'Cổng Dịch vụ công quốc gia',
  'hotline-1022': 'Tổng đài 1022',
  'notice-board': 'Bảng niêm yết',
  other: 'Nơi khác',
} satisfies Record<PublicationPlace, string>
