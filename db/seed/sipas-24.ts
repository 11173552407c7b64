import { feedback, filing, needsFeedback, needsResult, purpose, respondent } from './gates'
import { optionalItems } from './items'
import { comment, criteria, define, fiveLevels, resultCriteria } from './parts'

const access = criteria('1', [
  [
    'Trụ sở cơ quan tiếp nhận hồ sơ, trả kết quả có biển hiệu, hướng dẫn rõ ràng, dễ thấy',
    'Biển hiệu, bảng hướng dẫn rõ ràng, dễ thấy',
    'Biển hiệu, hướng dẫn',
    'Khó tìm nơi làm thủ tục · Bảng hướng dẫn khó đọc · Không có người chỉ dẫn',
  ],
  [
    'Trụ sở cơ quan tiếp nhận hồ sơ gọn, sạch',
    'Nơi tiếp nhận hồ sơ gọn gàng, sạch sẽ',
    'Trụ sở gọn, sạch',
    'Chật · Chưa sạch · Nhà vệ sinh chưa sạch',
  ],
  [
    'Trang thiết bị phục vụ người dân, tổ chức đầy đủ',
    'Ghế chờ, bàn viết, thiết bị phục vụ đầy đủ',
    'Thiết bị đầy đủ',
    'Thiếu ghế chờ · Thiếu bàn viết · Không có lối đi cho người khuyết tật · Thiếu quạt, nước uống',
  ],
  [
    'Trang thiết bị phục vụ người dân, tổ chức hoạt động tốt, dễ sử dụng',
    'Thiết bị hoạt động tốt, dễ sử dụng',
    'Thiết bị dễ dùng',
    'Máy lấy số hỏng · Máy tra cứu khó dùng · Mạng chậm',
  ],
])

const procedures = criteria(
  '2',
  [
    [
      'Quy định về thủ tục hành chính được niêm yết công khai, dễ thấy',
      'Thủ tục được niêm yết ở chỗ dễ thấy',
      'Niêm yết dễ thấy',
      'Không thấy niêm yết · Đặt quá cao hoặc quá thấp',
    ],
    [
      'Quy định về thủ tục hành chính được niêm yết công khai đầy đủ, dễ hiểu',
      'Nội dung niêm yết đầy đủ, dễ hiểu',
      'Niêm yết dễ hiểu',
      'Chữ nhỏ · Khó hiểu · Thiếu, đã cũ',
    ],
    [
      'Thành phần hồ sơ được yêu cầu nộp đúng quy định',
      'Giấy tờ phải nộp đúng như quy định',
      'Thành phần hồ sơ',
      'Bị yêu cầu thêm giấy tờ · Phải bổ sung nhiều lần · Phải nộp lại giấy đã nộp',
    ],
    [
      'Mức phí, lệ phí được yêu cầu nộp đúng quy định',
      'Phí, lệ phí đúng như quy định',
      'Phí, lệ phí',
      'Không rõ mức phí · Không có biên lai · Cao hơn quy định',
    ],
    [
      'Thời hạn giải quyết thủ tục hành chính đúng quy định',
      'Thời gian giải quyết đúng như quy định',
      'Thời hạn giải quyết',
      'Trễ hẹn · Chờ lâu tại quầy · Không được báo trước khi trễ',
    ],
  ],
  { '2.5': needsResult },
)

const staff = criteria('3', [
  [
    'Công chức có thái độ giao tiếp lịch sự',
    'Cán bộ giao tiếp lịch sự',
    'Giao tiếp lịch sự',
    'Nói năng chưa lịch sự · Không chào hỏi · Gắt gỏng',
  ],
  [
    'Công chức chăm chú lắng nghe câu hỏi, ý kiến',
    'Cán bộ chăm chú lắng nghe Ông/Bà',
    'Lắng nghe',
    'Làm việc riêng · Ngắt lời · Không muốn nghe',
  ],
  [
    'Công chức trả lời, giải thích câu hỏi, ý kiến đầy đủ',
    'Cán bộ trả lời, giải thích đầy đủ',
    'Giải thích đầy đủ',
    'Trả lời chung chung · Không giải thích · Nói khác nhau',
  ],
  [
    'Công chức hướng dẫn kê khai hồ sơ dễ hiểu',
    'Cán bộ hướng dẫn kê khai dễ hiểu',
    'Hướng dẫn dễ hiểu',
    'Khó hiểu · Nói quá nhanh · Không hướng dẫn',
  ],
  [
    'Công chức hướng dẫn kê khai hồ sơ một lần là có thể hoàn thiện hồ sơ',
    'Chỉ cần hướng dẫn một lần là làm xong hồ sơ',
    'Hướng dẫn một lần',
    'Phải đi lại 2 lần · Phải đi lại từ 3 lần · Mỗi lần yêu cầu một khác',
  ],
  [
    'Công chức giải quyết công việc đúng quy định',
    'Cán bộ giải quyết công việc đúng quy định',
    'Đúng quy định',
    'Không theo thứ tự · Gợi ý chi thêm · Đùn đẩy',
  ],
  [
    'Công chức tận tình giúp đỡ',
    'Cán bộ tận tình giúp đỡ',
    'Tận tình',
    'Thờ ơ · Không giúp người cao tuổi, khuyết tật',
  ],
])

const results = resultCriteria('4', [
  [
    'Kết quả giải quyết phù hợp quy định',
    'Kết quả nhận được đúng quy định',
    'Đúng quy định',
    'Không đúng nội dung đề nghị · Từ chối không nêu lý do',
  ],
  [
    'Kết quả giải quyết có thông tin đầy đủ',
    'Kết quả có thông tin đầy đủ',
    'Thông tin đầy đủ',
    'Thiếu thông tin · Thiếu bản điện tử',
  ],
  [
    'Kết quả giải quyết có thông tin chính xác',
    'Kết quả có thông tin chính xác',
    'Thông tin chính xác',
    'Sai họ tên, ngày sinh · Sai nội dung · Phải làm lại',
  ],
  [
    'Kết quả giải quyết bảo đảm công bằng',
    'Kết quả công bằng như với mọi người',
    'Công bằng',
    'Người đến sau được trước · Có sự ưu ái',
  ],
])

const replies = criteria(
  '5',
  [
    [
      'Cơ quan có bố trí hình thức tiếp nhận góp ý, phản ánh, kiến nghị',
      'Cơ quan có nơi, có cách nhận góp ý, phản ánh',
      'Có hình thức tiếp nhận',
      'Không biết gửi ở đâu · Không thấy số điện thoại, hòm thư',
    ],
    [
      'Việc góp ý, phản ánh, kiến nghị được thực hiện dễ dàng',
      'Gửi góp ý, phản ánh dễ dàng',
      'Dễ thực hiện',
      'Nhiều bước · Gọi không có người nghe · Ngại phải nêu tên',
    ],
    [
      'Cơ quan tiếp nhận và xử lý tích cực các góp ý, phản ánh, kiến nghị',
      'Cơ quan tiếp nhận, xử lý tích cực',
      'Xử lý tích cực',
      'Không được ghi nhận · Xử lý chậm · Trả lời không đúng việc',
    ],
    [
      'Cơ quan thông báo kịp thời kết quả xử lý góp ý, phản ánh, kiến nghị',
      'Cơ quan báo kết quả xử lý kịp thời',
      'Thông báo kết quả',
      'Không được báo · Báo chậm',
    ],
  ],
  { '5.3': needsFeedback, '5.4': needsFeedback },
)

/** The default questionnaire: five dimensions, 24 criteria. */
export const sipas24 = define({
  key: 'sipas-24',
  version: 1,
  title: 'Phiếu lấy ý kiến về sự hài lòng của người dân, tổ chức',
  source:
    'Bộ 24 tiêu chí theo Phụ lục Kế hoạch cải thiện Chỉ số CCHC, Chỉ số SIPAS năm 2023 của ngành Giáo dục và Đào tạo một tỉnh (mục 8.1.1–8.1.5). Mục 8.1.5 của bản gốc in tách một câu làm hai; ở đây là bốn tiêu chí.',
  dimensionCount: 5,
  minutes: 4,
  ...fiveLevels,
  gates: [purpose, feedback, respondent, filing],
  dimensions: [
    { key: '1', official: 'Tiếp cận dịch vụ', short: 'Tiếp cận', phone: 'Nơi đón tiếp', criteria: access },
    {
      key: '2',
      official: 'Tổ chức giải quyết thủ tục hành chính',
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
      official: 'Kết quả giải quyết thủ tục hành chính',
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
