import type { ContentGroup, ContentType } from '../../server/domain/case-words'

/** An invented petition with its answer; names and numbers in it are made up, some are there to be hidden. */
export type DemoStory = {
  title: string
  content: string
  place: string
  wish: string
  contentType: ContentType
  contentGroup: Exclude<ContentGroup, 'unclassified'>
  answer: string
}

export const demoStories: readonly DemoStory[] = [
  {
    title: 'Đòi thêm giấy xác nhận cư trú khi xin bản sao văn bằng',
    content:
      'Tôi đến xin cấp bản sao bằng tốt nghiệp. Cán bộ bảo về bổ sung giấy xác nhận cư trú, nhưng bảng niêm yết không có giấy này. Tôi đã đi lại ba lần. Số của tôi là 0905 123 456.',
    place: 'Quầy văn bằng, buổi sáng',
    wish: 'Đề nghị không yêu cầu giấy tờ ngoài quy định.',
    contentType: 'conduct',
    contentGroup: 'conduct',
    answer:
      'Giấy xác nhận cư trú không có trong thành phần hồ sơ cấp bản sao văn bằng. Cơ quan đã nhắc bộ phận tiếp nhận và bổ sung câu “không cần giấy tờ khác” vào bảng niêm yết. Mời Ông/Bà đến nhận bản sao, không phải nộp thêm giấy.',
  },
  {
    title: 'Trả kết quả chuyển trường chậm so với giấy hẹn',
    content:
      'Giấy hẹn ghi trả sau 5 ngày làm việc nhưng đến ngày thứ 9 tôi vẫn chưa nhận được kết quả, gọi điện không ai trả lời.',
    place: 'Bộ phận một cửa',
    wish: 'Đề nghị trả đúng hẹn, nếu chậm thì báo trước.',
    contentType: 'conduct',
    contentGroup: 'conduct',
    answer:
      'Hồ sơ chậm do thiếu xác nhận của trường nơi đi. Cơ quan xin lỗi Ông/Bà vì không thông báo trước. Từ nay bộ phận tiếp nhận nhắn tin cho người nộp ít nhất 01 ngày trước hạn nếu chưa có kết quả.',
  },
  {
    title: 'Không có chỗ ngồi chờ cho người cao tuổi',
    content: 'Khu vực chờ chỉ có sáu ghế, buổi sáng đông người, người lớn tuổi phải đứng.',
    place: 'Sảnh tiếp nhận',
    wish: 'Đề nghị bố trí thêm ghế và quầy ưu tiên.',
    contentType: 'solution',
    contentGroup: 'conduct',
    answer: 'Cơ quan đã bổ sung 12 ghế và bố trí quầy số 1 ưu tiên người cao tuổi, người khuyết tật, phụ nữ mang thai.',
  },
  {
    title: 'Quy định nộp bản giấy dù đã nộp trực tuyến',
    content:
      'Tôi đã nộp hồ sơ trực tuyến có chữ ký số nhưng vẫn được yêu cầu nộp thêm một bộ giấy. Như vậy nộp trực tuyến không giảm được gì.',
    place: 'Cổng dịch vụ công',
    wish: 'Đề nghị bỏ yêu cầu nộp bản giấy.',
    contentType: 'unfit',
    contentGroup: 'rule',
    answer:
      'Ý kiến của Ông/Bà là đúng. Cơ quan đã kiến nghị sửa quy trình nội bộ và từ ngày 01 tháng sau không yêu cầu bản giấy đối với hồ sơ có chữ ký số.',
  },
  {
    title: 'Hướng dẫn kê khai mỗi lần một khác',
    content: 'Ba lần đến là ba lần được hướng dẫn khác nhau về cách ghi đơn, tôi phải sửa đi sửa lại.',
    place: 'Quầy hướng dẫn',
    wish: 'Đề nghị có mẫu ghi sẵn để xem.',
    contentType: 'conduct',
    contentGroup: 'conduct',
    answer: 'Cơ quan đã thống nhất một mẫu điền sẵn, niêm yết tại quầy và đăng trên trang thông tin điện tử.',
  },
  {
    title: 'Mức thu không khớp với bảng niêm yết',
    content: 'Bảng niêm yết ghi 10.000 đồng nhưng tôi phải nộp 15.000 đồng, không có biên lai cho phần chênh.',
    place: 'Quầy thu phí',
    wish: 'Đề nghị giải thích và trả lại phần thu thừa.',
    contentType: 'conduct',
    contentGroup: 'conduct',
    answer:
      'Qua kiểm tra, phần chênh 5.000 đồng là tiền chụp hồ sơ do Ông/Bà nhờ nhưng không được ghi riêng. Cơ quan đã yêu cầu ghi rõ từng khoản. Mời Ông/Bà đến nhận lại nếu không sử dụng dịch vụ này.',
  },
  {
    title: 'Hai văn bản hướng dẫn tuyển sinh không thống nhất',
    content:
      'Thông báo của trường ghi nộp bản sao có chứng thực, hướng dẫn của Sở ghi bản sao đối chiếu bản chính. Phụ huynh không biết theo bên nào.',
    place: 'Tuyển sinh đầu cấp',
    wish: 'Đề nghị thống nhất một hướng dẫn.',
    contentType: 'inconsistent',
    contentGroup: 'rule',
    answer: 'Hướng dẫn của Sở được áp dụng: nộp bản sao và đối chiếu bản chính. Trường đã sửa thông báo.',
  },
  {
    title: 'Đề nghị nhận hồ sơ vào sáng thứ Bảy',
    content: 'Người đi làm không đến được trong giờ hành chính, phải xin nghỉ để nộp hồ sơ cho con.',
    place: 'Bộ phận một cửa',
    wish: 'Đề nghị mở một buổi thứ Bảy hằng tuần.',
    contentType: 'initiative',
    contentGroup: 'rule',
    answer:
      'Cơ quan thí điểm tiếp nhận hồ sơ vào sáng thứ Bảy tuần thứ nhất và tuần thứ ba hằng tháng trong mùa tuyển sinh; các ngày khác Ông/Bà có thể nộp trực tuyến.',
  },
  {
    title: 'Cán bộ trả lời gắt gỏng khi được hỏi lại',
    content: 'Tôi nghe không rõ nên hỏi lại thì bị nói to trước mặt nhiều người. Email của tôi: an.nguyen@thu.vn.',
    place: 'Quầy số 4, khoảng 9 giờ',
    wish: 'Đề nghị nhắc nhở cán bộ.',
    contentType: 'conduct',
    contentGroup: 'conduct',
    answer: 'Cơ quan đã làm việc với bộ phận liên quan, nhắc nhở và xin lỗi Ông/Bà. Cơ quan cảm ơn Ông/Bà đã phản ánh.',
  },
  {
    title: 'Nút nộp phí trực tuyến báo lỗi',
    content: 'Ba ngày liền không thanh toán được, hồ sơ bị hủy và phải nộp lại từ đầu.',
    place: 'Cổng dịch vụ công',
    wish: 'Đề nghị giữ hồ sơ khi thanh toán lỗi.',
    contentType: 'conduct',
    contentGroup: 'both',
    answer: 'Lỗi đã được khắc phục. Hồ sơ chưa thanh toán nay được giữ 07 ngày, Ông/Bà không phải nhập lại.',
  },
  {
    title: 'Thời hạn đăng ký dự thi quá ngắn',
    content: 'Thông báo đăng hôm trước, hạn nộp ngay hôm sau, nhiều người ở xa không kịp.',
    place: 'Phòng thi chứng chỉ',
    wish: 'Đề nghị thông báo trước ít nhất hai tuần.',
    contentType: 'unfit',
    contentGroup: 'both',
    answer: 'Từ kỳ thi tới, thông báo được đăng trước ít nhất 15 ngày trên trang của đơn vị và tại bảng tin.',
  },
  {
    title: 'Xin mẫu tờ khai cỡ chữ lớn',
    content: 'Mẫu tờ khai chữ quá nhỏ, người lớn tuổi không đọc được.',
    place: 'Bàn viết hồ sơ',
    wish: 'Đề nghị có mẫu chữ lớn.',
    contentType: 'solution',
    contentGroup: 'rule',
    answer: 'Cơ quan đã in mẫu cỡ chữ 16 đặt tại bàn viết và trang bị kính đọc.',
  },
]

export const demoComplaint = {
  title: 'Đề nghị xem lại quyết định không tiếp nhận hồ sơ chuyển trường',
  content: 'Tôi không đồng ý với quyết định không cho con tôi chuyển trường và đề nghị xem lại quyết định này.',
}
export const demoDenunciation = {
  title: 'Báo việc thu tiền ngoài quy định',
  content: 'Tôi tố cáo một cán bộ nhận tiền của phụ huynh để xếp lớp. Em Lê V. A là học sinh bị ảnh hưởng.',
}
export const demoQuestion = {
  title: 'Hỏi giấy tờ nhập học lớp 10',
  content: 'Con tôi học ở tỉnh khác chuyển về thì cần những giấy tờ gì?',
  answer: 'Hồ sơ gồm đơn xin chuyển trường, học bạ bản chính và giấy giới thiệu của trường nơi đi.',
}
export const demoSuggestion = {
  title: 'Nên có bình nước uống ở khu vực chờ',
  content: 'Trời nóng, người chờ lâu không có nước uống.',
}

export const demoNames = [
  'Trần Văn Bình',
  'Lê Thị Mai',
  'Phạm Quốc Huy',
  'Nông Thị Hiền',
  'Vũ Đức Long',
  'Hoàng Thị Sáu',
]

/** What staff and senders write on the way. */
export const demoRemarks = {
  ask: 'Đề nghị Ông/Bà cho biết ngày đến làm việc và mã hồ sơ (nếu có).',
  supplement: 'Tôi đến ngày thứ Hai tuần trước, mã hồ sơ ghi trên giấy hẹn.',
  sendBack: 'Nêu rõ việc đã làm và thời gian hoàn thành.',
  assign: 'Xem lại bảng niêm yết và quy trình.',
  department: 'Bộ phận một cửa',
  outside: 'Sở Xây dựng',
  notOurs: 'Việc phản ánh thuộc thẩm quyền của cơ quan khác.',
  forwardTold: 'Phiếu được chuyển đến đơn vị có thẩm quyền; Ông/Bà vẫn theo dõi bằng mã cũ.',
  unclear: 'Cơ quan chưa thể xử lý vì nội dung không rõ việc cần phản ánh. Mời Ông/Bà gửi lại với nội dung cụ thể.',
  complaint:
    'Nội dung Ông/Bà gửi là khiếu nại theo Luật Khiếu nại nên không xử lý theo quy trình phản ánh, kiến nghị. Mời Ông/Bà gửi đơn khiếu nại đến nơi tiếp công dân của Sở.',
  denunciation:
    'Nội dung Ông/Bà gửi có dấu hiệu tố cáo. Trang này không phải là nơi nhận tố cáo. Đề nghị Ông/Bà gửi đơn hoặc đến trình bày tại nơi tiếp công dân. Thông tin được giữ kín.',
  door: 'Nơi tiếp công dân, Sở Giáo dục và Đào tạo, giờ hành chính các ngày làm việc',
  withdraw: 'Việc đã được giải quyết tại quầy.',
  reopen: 'Trả lời chưa đúng việc tôi hỏi, đề nghị xem lại.',
  note: 'Đã gọi điện cho bộ phận liên quan.',
  duplicate: 'Nội dung trùng với một phiếu đang được xử lý; Ông/Bà sẽ nhận được cùng câu trả lời.',
  parts: 'Phiếu có nhiều nội dung nên được tách thành hai phiếu.',
  unpublish: 'Đính chính nội dung trả lời.',
}

/** Working in the department beside the demonstration's accounts. */
export const demoCaseWorkers = {
  intake: { name: 'Lê Thị Kim Oanh', officeCode: 'SGDDT' },
  handler: { name: 'Nguyễn Văn Thắng', officeCode: 'SGDDT' },
} as const

export const demoAddress = (group: number) => `Tổ ${group}, xã Hòa Sơn`
