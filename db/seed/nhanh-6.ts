import { purpose } from './gates'
import { comment, criteria, define, fiveLevels, resultCriteria } from './parts'

/** One question a dimension: the dimension's name is the official text, so that the quick form reports beside the full one. */
export const nhanh6 = define({
  key: 'nhanh-6',
  version: 1,
  title: 'Phiếu đánh giá nhanh',
  source:
    'Phiếu nhanh của Hài Lòng: một câu đánh giá chung và một câu cho mỗi yếu tố; báo cáo cạnh phiếu đầy đủ, không cộng vào.',
  dimensionCount: 5,
  minutes: 1,
  ...fiveLevels,
  gates: [purpose],
  dimensions: [
    {
      key: '0',
      official: 'Đánh giá chung',
      short: 'Đánh giá chung',
      phone: 'Đánh giá chung',
      apart: true,
      criteria: criteria('0', [
        ['Đánh giá chung', 'Nói chung, Ông/Bà hài lòng ở mức nào với lần làm việc này?', 'Đánh giá chung'],
      ]),
    },
    {
      key: '1',
      official: 'Tiếp cận dịch vụ',
      short: 'Tiếp cận',
      phone: 'Nơi đón tiếp',
      criteria: criteria('1', [
        [
          'Tiếp cận dịch vụ',
          'Nơi đón tiếp (sạch sẽ, dễ tìm, đủ chỗ ngồi)',
          'Tiếp cận',
          'Khó tìm · Thiếu chỗ ngồi · Chưa sạch',
        ],
      ]),
    },
    {
      key: '2',
      official: 'Tổ chức giải quyết thủ tục hành chính',
      short: 'Thủ tục',
      phone: 'Thủ tục, giấy tờ, thời gian',
      criteria: criteria('2', [
        [
          'Tổ chức giải quyết thủ tục hành chính',
          'Thủ tục, giấy tờ và thời gian giải quyết',
          'Thủ tục',
          'Thêm giấy tờ · Chờ lâu · Trễ hẹn',
        ],
      ]),
    },
    {
      key: '3',
      official: 'Công chức giải quyết thủ tục hành chính',
      short: 'Công chức',
      phone: 'Cán bộ phục vụ',
      criteria: criteria('3', [
        [
          'Công chức giải quyết thủ tục hành chính',
          'Thái độ và sự hướng dẫn của cán bộ',
          'Công chức',
          'Chưa lịch sự · Hướng dẫn khó hiểu · Đùn đẩy',
        ],
      ]),
    },
    {
      key: '4',
      official: 'Kết quả giải quyết thủ tục hành chính',
      short: 'Kết quả',
      phone: 'Kết quả nhận được',
      criteria: resultCriteria('4', [
        [
          'Kết quả giải quyết thủ tục hành chính',
          'Kết quả Ông/Bà nhận được',
          'Kết quả',
          'Sai · Thiếu · Bị từ chối không rõ lý do',
        ],
      ]),
    },
    {
      key: '5',
      official: 'Tiếp nhận, xử lý phản ánh, kiến nghị liên quan đến thủ tục hành chính',
      short: 'Phản ánh, kiến nghị',
      phone: 'Góp ý, phản ánh, kiến nghị',
      criteria: criteria('5', [
        [
          'Tiếp nhận, xử lý phản ánh, kiến nghị liên quan đến thủ tục hành chính',
          'Việc nhận và trả lời góp ý, phản ánh',
          'Phản ánh, kiến nghị',
          'Không biết gửi ở đâu · Trả lời chậm · Không được trả lời',
        ],
      ]),
    },
  ],
  comment,
})
