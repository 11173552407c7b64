import { feedback, filing, needsFeedback, needsResult, purpose, respondent } from './gates'
import { optionalItems } from './items'
import { comment, criteria, define, fiveLevels, resultCriteria } from './parts'

const access = criteria('1', [
  [
    'Cung cấp thông tin về thủ tục hành chính theo nhiều hình thức, dễ tiếp cận, dễ hiểu',
    'Thông tin về thủ tục dễ tìm, dễ hiểu, có nhiều hình thức',
    'Thông tin thủ tục',
    'Khó tìm thông tin · Khó hiểu · Thiếu, đã cũ',
  ],
  [
    'Biển hiệu, hướng dẫn rõ ràng, dễ thấy',
    'Biển hiệu, bảng hướng dẫn rõ ràng, dễ thấy',
    'Biển hiệu, hướng dẫn',
    'Khó tìm nơi làm thủ tục · Bảng hướng dẫn khó đọc · Không có người chỉ dẫn',
  ],
  [
    'Trụ sở sạch sẽ, văn minh',
    'Trụ sở sạch sẽ, văn minh',
    'Trụ sở sạch, văn minh',
    'Chật · Chưa sạch · Nhà vệ sinh chưa sạch',
  ],
  [
    'Trang thiết bị đầy đủ, chất lượng tốt',
    'Trang thiết bị đầy đủ, chất lượng tốt',
    'Trang thiết bị',
    'Thiếu ghế chờ · Thiếu bàn viết · Máy lấy số hỏng · Mạng chậm',
  ],
])

const procedures = criteria(
  '2',
  [
    [
      'Thủ tục hành chính được niêm yết công khai dễ thấy, dễ hiểu',
      'Thủ tục được niêm yết dễ thấy, dễ hiểu',
      'Niêm yết công khai',
      'Không thấy niêm yết · Chữ nhỏ · Khó hiểu · Thiếu, đã cũ',
    ],
    [
      'Thành phần hồ sơ phải nộp đúng quy định',
      'Giấy tờ phải nộp đúng quy định',
      'Thành phần hồ sơ',
      'Bị yêu cầu thêm giấy tờ · Phải bổ sung nhiều lần · Phải nộp lại giấy đã nộp',
    ],
    [
      'Phí, lệ phí phải nộp đúng quy định',
      'Phí, lệ phí đúng quy định',
      'Phí, lệ phí',
      'Không rõ mức phí · Không có biên lai · Cao hơn quy định',
    ],
    [
      'Thời hạn giải quyết thủ tục hành chính đúng quy định',
      'Thời hạn giải quyết đúng quy định',
      'Thời hạn giải quyết',
      'Trễ hẹn · Chờ lâu tại quầy · Không được báo trước khi trễ',
    ],
  ],
  { '2.4': needsResult },
)

const staff = criteria('3', [
  [
    'Công chức có thái độ giao tiếp lịch sự, tôn trọng',
    'Cán bộ giao tiếp lịch sự, tôn trọng',
    'Lịch sự, tôn trọng',
    'Nói năng chưa lịch sự · Không chào hỏi · Gắt gỏng',
  ],
  [
    'Công chức cung cấp thông tin, trả lời kịp thời, đầy đủ',
    'Cán bộ cung cấp thông tin, trả lời kịp thời, đầy đủ',
    'Trả lời đầy đủ',
    'Trả lời chung chung · Không giải thích · Nói khác nhau',
  ],
  [
    'Công chức hướng dẫn hồ sơ dễ hiểu, có thể hoàn thiện sau một lần hướng dẫn',
    'Hướng dẫn hồ sơ dễ hiểu, một lần là hoàn thiện được',
    'Hướng dẫn một lần',
    'Khó hiểu · Phải đi lại 2 lần · Phải đi lại từ 3 lần · Mỗi lần yêu cầu một khác',
  ],
  [
    'Công chức tuân thủ đúng quy định trong giải quyết công việc',
    'Cán bộ tuân thủ đúng quy định',
    'Đúng quy định',
    'Không theo thứ tự · Gợi ý chi thêm · Đùn đẩy',
  ],
  ['Công chức tận tình giúp đỡ', 'Cán bộ tận tình', 'Tận tình', 'Thờ ơ · Không giúp người cao tuổi, khuyết tật'],
])

const results = resultCriteria('4', [
  ['Kết quả được trả đúng hẹn', 'Kết quả được trả đúng hẹn', 'Đúng hẹn', 'Trễ hẹn · Không được báo trước khi trễ'],
  [
    'Kết quả có thông tin đầy đủ, chính xác',
    'Kết quả có thông tin đầy đủ, chính xác',
    'Đầy đủ, chính xác',
    'Thiếu thông tin · Sai họ tên, ngày sinh · Sai nội dung · Phải làm lại',
  ],
  [
    'Kết quả bảo đảm tính công bằng',
    'Kết quả bảo đảm công bằng',
    'Công bằng',
    'Người đến sau được trước · Có sự ưu ái',
  ],
])

const replies = criteria(
  '5',
  [
    [
      'Cơ quan có hình thức tiếp nhận để người dân, tổ chức phản ánh, kiến nghị dễ dàng',
      'Có hình thức tiếp nhận để gửi phản ánh, kiến nghị dễ dàng',
      'Hình thức tiếp nhận',
      'Không biết gửi ở đâu · Gọi không có người nghe · Ngại phải nêu tên',
    ],
    [
      'Cơ quan tiếp nhận, xử lý phản ánh, kiến nghị đúng quy định',
      'Tiếp nhận, xử lý đúng quy định',
      'Xử lý đúng quy định',
      'Không được ghi nhận · Xử lý chậm · Trả lời không đúng việc',
    ],
    [
      'Cơ quan thông báo kết quả xử lý phản ánh, kiến nghị kịp thời',
      'Thông báo kết quả xử lý kịp thời',
      'Thông báo kết quả',
      'Không được báo · Báo chậm',
    ],
  ],
  { '5.2': needsFeedback, '5.3': needsFeedback },
)

/** Service half of the form of the Ministry of Home Affairs (edition of about 2022). */
export const bnv19 = define({
  key: 'bnv-19',
  version: 1,
  title: 'Phiếu khảo sát sự hài lòng của người dân, tổ chức đối với sự phục vụ hành chính',
  source:
    'Phần phục vụ hành chính theo mẫu phiếu điều tra xã hội học đo lường sự hài lòng của Bộ Nội vụ (bản khoảng năm 2022), 19 tiêu chí; câu chữ trên điện thoại do đơn vị phần mềm soạn.',
  dimensionCount: 5,
  minutes: 4,
  ...fiveLevels,
  gates: [purpose, feedback, respondent, filing],
  dimensions: [
    { key: '1', official: 'Tiếp cận dịch vụ', short: 'Tiếp cận', phone: 'Nơi đón tiếp', criteria: access },
    {
      key: '2',
      official: 'Thủ tục hành chính',
      short: 'Thủ tục',
      phone: 'Thủ tục, giấy tờ, thời gian',
      criteria: procedures,
    },
    {
      key: '3',
      official: 'Công chức giải quyết thủ tục hành chính',
      short: 'Công chức',
      phone: 'Cán bộ phục vụ',
      criteria: staff,
    },
    {
      key: '4',
      official: 'Kết quả giải quyết thủ tục hành chính (cấp hoặc từ chối)',
      short: 'Kết quả',
      phone: 'Kết quả nhận được',
      criteria: results,
    },
    {
      key: '5',
      official: 'Tiếp nhận, xử lý phản ánh, kiến nghị liên quan đến thủ tục hành chính',
      short: 'Phản ánh, kiến nghị',
      phone: 'Góp ý, phản ánh, kiến nghị',
      criteria: replies,
    },
  ],
  items: optionalItems,
  comment,
})
