import { criteria, define, fiveLevels, type Texts } from './parts'

/** The same sentence in reports and on the phone: the Ministry's own item texts are not confirmed yet. */
const same = (text: string, short: string): Texts => [text, text, short]

/** Public education services, for parents. A draft: letters A–E of the framework are dimensions 1–5. */
export const gdCong = define({
  key: 'gd-cong',
  version: 1,
  title: 'Phiếu lấy ý kiến về sự hài lòng đối với dịch vụ giáo dục công (dành cho cha mẹ học sinh)',
  status: 'draft',
  source:
    'Bản nháp để hoàn thiện, dựa trên nội dung các sở giáo dục và đào tạo đã công bố; chưa đối chiếu với câu chữ của Bộ Giáo dục và Đào tạo.',
  dimensionCount: 5,
  minutes: 4,
  ...fiveLevels,
  dimensions: [
    {
      key: '1',
      official: 'Tiếp cận dịch vụ giáo dục',
      short: 'Tiếp cận',
      phone: 'Tiếp cận dịch vụ giáo dục',
      criteria: criteria('1', [
        same('Thông tin tuyển sinh đầy đủ, kịp thời', 'Thông tin tuyển sinh'),
        same('Thủ tục nhập học, chuyển trường thuận tiện', 'Nhập học, chuyển trường'),
        same('Trường ở vị trí đi lại thuận tiện', 'Đi lại thuận tiện'),
        same('Học phí và các khoản đóng góp đúng quy định', 'Học phí, đóng góp'),
      ]),
    },
    {
      key: '2',
      official: 'Cơ sở vật chất, trang thiết bị',
      short: 'Cơ sở vật chất',
      phone: 'Trường lớp, thiết bị',
      criteria: criteria('2', [
        same('Phòng học đủ diện tích, ánh sáng, thoáng mát', 'Phòng học'),
        same('Phòng bộ môn, thiết bị, đồ dùng dạy học đáp ứng yêu cầu', 'Thiết bị dạy học'),
        same('Thư viện, máy tính, internet', 'Thư viện, máy tính'),
        same('Sân chơi, bãi tập, cây xanh', 'Sân chơi, cây xanh'),
        same('Khu vệ sinh an toàn, sạch sẽ', 'Khu vệ sinh'),
      ]),
    },
    {
      key: '3',
      official: 'Môi trường giáo dục',
      short: 'Môi trường',
      phone: 'Môi trường giáo dục',
      criteria: criteria('3', [
        same('Nhà trường lắng nghe, phối hợp với cha mẹ học sinh', 'Lắng nghe, phối hợp'),
        same('Quan hệ giữa học sinh thân thiện, đoàn kết', 'Quan hệ học sinh'),
        same('Thầy cô tôn trọng, đối xử công bằng', 'Tôn trọng, công bằng'),
        same('Trường học an toàn, lành mạnh', 'An toàn, lành mạnh'),
      ]),
    },
    {
      key: '4',
      official: 'Hoạt động giáo dục',
      short: 'Hoạt động giáo dục',
      phone: 'Dạy và học',
      criteria: criteria('4', [
        same('Thầy cô giảng dạy tận tâm, dễ hiểu', 'Giảng dạy'),
        same('Kiểm tra, đánh giá công bằng', 'Kiểm tra, đánh giá'),
        same('Hoạt động trải nghiệm, thể thao, kỹ năng sống', 'Trải nghiệm, thể thao'),
      ]),
    },
    {
      key: '5',
      official: 'Sự phát triển và tiến bộ của người học',
      short: 'Tiến bộ của người học',
      phone: 'Sự tiến bộ của con',
      criteria: criteria('5', [
        same('Con tiến bộ về học tập', 'Học tập'),
        same('Con tiến bộ về đạo đức, kỹ năng', 'Đạo đức, kỹ năng'),
        same('Con khỏe mạnh, thích đến trường', 'Khỏe mạnh, thích đi học'),
      ]),
    },
    {
      key: '0',
      official: 'Đánh giá chung',
      short: 'Đánh giá chung',
      phone: 'Đánh giá chung',
      apart: true,
      criteria: criteria('0', [
        ['Đánh giá chung', 'Nói chung, Ông/Bà hài lòng ở mức nào với nhà trường?', 'Đánh giá chung'],
      ]),
    },
  ],
  items: [
    {
      key: 'expectation',
      label: 'Nhà trường đáp ứng được bao nhiêu phần trăm mong đợi của Ông/Bà?',
      kind: 'percent',
      hint: 'Từ 0 đến 100',
      enabled: true,
    },
  ],
  comment: {
    label: 'Ông/Bà có kiến nghị, đề xuất gì với nhà trường?',
    hint: 'Không ghi họ tên, số điện thoại, tên học sinh.',
  },
})
