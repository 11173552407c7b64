import type { Role } from '../../server/domain/permissions'

/** One page for each role: what it does here; names of pages and buttons between ** as on the screen. */
export type Guide = { does: string; daily: string[]; weekly: string[]; atEnd: string[]; trouble: string[] }

export const guideWords = {
  title: 'Hướng dẫn theo vai trò',
  heading: (role: string) => `Hướng dẫn: ${role}`,
  others: 'Vai trò khác',
  does: 'Việc ở đây',
  daily: 'Hằng ngày',
  weekly: 'Hằng tuần',
  atEnd: 'Cuối kỳ báo cáo',
  trouble: 'Khi có trục trặc',
  print: 'Trang này in vừa một tờ A4.',
}

const forgotten =
  'Quên mật khẩu: ở trang đăng nhập bấm **Quên mật khẩu**, hoặc nhờ người quản trị tạo đường dẫn đặt lại.'
const phone =
  'Mất điện thoại có mã xác thực: dùng một mã dự phòng đã cất; hết mã thì nhờ người quản trị. Đổi máy ở **Tài khoản của tôi**.'
const shared =
  'Máy dùng chung: bấm **Đăng xuất** khi rời chỗ; có thể xem và ngắt các thiết bị khác ở **Tài khoản của tôi**.'
const forbidden = 'Trang báo không có quyền: việc ấy thuộc vai trò khác; cần thì nhờ người quản trị đổi vai trò.'
const lateFigures =
  'Số liệu chưa có phiếu hôm nay: vai trò này xem đến hết hôm qua, để không ai đoán được phiếu của người vừa đến quầy.'
const weeks =
  'Không thấy phiếu của tuần này: người làm tại quầy xem các tuần đã trọn, tuần dưới 5 phiếu được gộp với tuần sau. Như vậy không ai đoán được ai đã chấm gì.'
const scan =
  'Người dân quét mã không được: mở thử đường dẫn in dưới mã bằng điện thoại; không mở được thì báo người quản trị.'
const readResults =
  'Mở **Kết quả**: chọn kỳ, nơi và kênh; xem **Mức độ hài lòng chung**, năm yếu tố và các tiêu chí thấp nhất.'
const fewAnswers = 'Ô ghi dưới 5 phiếu hoặc ít phiếu: chưa đủ để kết luận, không đem so sánh hay chấm điểm thi đua.'
const download = 'Cần số liệu cho báo cáo khác: ở **Kết quả** bấm **Tải số liệu** (Excel, Word, PDF, CSV).'
const inbox =
  'Mở **Hộp việc**: việc quá hạn đứng đầu, rồi đến việc sắp đến hạn. Hạn là ngày làm việc, đã trừ lễ, Tết, ngày nghỉ hoán đổi.'
const reminded = 'Mở **Thông báo**: việc mới, lời nhắc. Thư nhắc chỉ gửi vào đầu ngày làm việc.'
const hidden =
  'Không thấy một phiếu có mã: phiếu thuộc đơn vị khác, hoặc là khiếu nại, tố cáo, việc trẻ em chỉ người được giao xem.'
const rounds = 'Mở **Đợt khảo sát**: đơn vị nào còn thiếu phiếu thì nhắc đơn vị ấy mời người dân trả lời.'

export const guides = {
  viewer: {
    does: 'Theo dõi mức độ hài lòng và việc trả lời phản ánh, kiến nghị của đơn vị, đơn vị trực thuộc. Chỉ xem, không sửa.',
    daily: [inbox, readResults, 'So với chỉ tiêu: dòng dưới tỷ lệ chung nói trên hay dưới chỉ tiêu bao nhiêu điểm.'],
    weekly: [rounds, 'Mở **Chỉ tiêu**: xem chỉ tiêu đang áp dụng của từng đơn vị và căn cứ.', fewAnswers],
    atEnd: [
      'Mở **Kỳ báo cáo**: xem kỳ đã chốt, đã duyệt, đã công bố hay chưa. Số chính thức là số của kỳ đã công bố.',
      download,
    ],
    trouble: [lateFigures, forgotten, phone, forbidden, shared],
  },
  intake: {
    does: 'Nhận, phân loại, giao phản ánh, kiến nghị; nhập hộ phiếu giấy, điện thoại. Mời người dân trả lời phiếu khảo sát, không xem từng phiếu.',
    daily: [
      `${inbox} Phân loại trong 2 ngày làm việc; việc của cơ quan khác thì chuyển trong 5 ngày.`,
      'Người dân gửi giấy, gọi điện, đến gặp: bấm **Nhập hộ**, ghi đúng giờ nhận, đưa cho họ mã phiếu và mã tra cứu.',

      'Đầu buổi: xem thẻ, áp phích có mã QR còn đặt đúng chỗ, mã còn quét được.',
      'Trả kết quả xong thì mời người dân quét mã. Không đứng nhìn, không gợi ý mức nào, không trả lời thay.',
      'Người không có điện thoại: mời dùng máy tính bảng tại quầy hoặc phiếu giấy.',
    ],
    weekly: [
      'Mở **Kết quả** để biết điều người dân khen, chê ở nơi mình làm việc.',
      'Mở **Điểm khảo sát, mã QR**: điểm ghi **21 ngày chưa có phiếu** thì kiểm tra lại áp phích.',
      'Áp phích rách, mờ: mở điểm rồi bấm **In áp phích A4** hoặc **In thẻ để bàn**.',
    ],
    atEnd: ['Gom phiếu giấy của kỳ, đưa cho cán bộ thống kê để nhập. Không sửa, không bỏ phiếu nào.'],
    trouble: [scan, weeks, hidden, forgotten, phone, shared],
  },
  handler: {
    does: 'Soạn câu trả lời cho việc được giao; không cần biết ai gửi. Xem ý kiến về lĩnh vực mình làm để sửa cách làm.',
    daily: [
      `${inbox} Soạn xong thì trình duyệt; người khác duyệt và gửi.`,
      reminded,

      'Quầy có mã QR: giữ cho mã ở chỗ dễ thấy, không bị che.',
      'Không hỏi người dân đã chấm thế nào; không nhắc tên người góp ý.',
    ],
    weekly: [
      readResults,
      'Tiêu chí thấp nhất: xem lý do người dân đã chọn, bàn với cả bộ phận một việc sửa được ngay trong tuần.',
      'Mở **Điểm khảo sát, mã QR**: xem phiếu hỏi và tình trạng của từng điểm.',
      fewAnswers,
    ],
    atEnd: ['Mở **Kỳ báo cáo**: đọc số đã công bố của đơn vị trước khi viết phần giải trình của mình.'],
    trouble: [weeks, hidden, forgotten, phone, forbidden, shared],
  },
  approver: {
    does: 'Duyệt câu trả lời, gia hạn; giữ các phiếu hạn chế xem; duyệt và công bố số liệu, đặt chỉ tiêu.',
    daily: [inbox, reminded, readResults],
    weekly: [rounds, 'Mở **Chỉ tiêu**: mỗi chỉ tiêu cần ghi căn cứ (số, ngày của kế hoạch).', fewAnswers],
    atEnd: [
      'Mở **Kỳ báo cáo**, chọn kỳ. Xem số phiếu, tỷ lệ và khoảng tin cậy; so với kỳ trước.',
      'Số đã chốt đúng: bấm **Duyệt**. Kỳ chưa chốt mà đã hết ngày: bấm **Chốt số liệu** trước.',
      'Bấm **Công bố** để số liệu lên trang công khai. Nhóm dưới 5 phiếu tự được che.',
      'Phát hiện sai: bấm **Mở lại kỳ**, ghi lý do. Bản cũ vẫn được giữ trong lịch sử.',
    ],
    trouble: [
      'Chưa công bố được vì có thể tính ra dưới 5 người: công bố kỳ dài hơn, như trang gợi ý.',
      lateFigures,
      forgotten,
      phone,
      shared,
    ],
  },
  publisher: {
    does: 'Công khai câu trả lời sau khi che thông tin riêng; đưa số liệu đã duyệt lên trang công khai.',
    daily: [
      'Mở **Chờ công khai**: đọc bản mọi người sẽ thấy, che thêm nếu cần, rồi đăng trong 2 ngày làm việc sau khi trả lời.',
      reminded,
    ],
    weekly: ['Mở **Kỳ báo cáo**: kỳ nào đã duyệt mà chưa công bố thì hỏi lãnh đạo ngày công bố.', fewAnswers],
    atEnd: [
      'Chọn kỳ đã duyệt, đọc lại số liệu rồi bấm **Công bố**.',
      'Bấm **Xem trang công khai**: đọc trên điện thoại như một người dân. Con số phải giống số đã duyệt.',
      download,
      'Gửi đường dẫn của trang công khai cho nơi đăng tin; không chép lại số bằng tay.',
    ],
    trouble: [
      'Chưa công bố được vì có thể tính ra dưới 5 người: báo lãnh đạo chọn kỳ dài hơn, như trang gợi ý.',
      'Thấy số sai sau khi công bố: báo lãnh đạo duyệt; chỉ người ấy bấm được **Mở lại kỳ**.',
      lateFigures,
      forgotten,
      phone,
      shared,
    ],
  },
  statistics: {
    does: 'Lo đủ phiếu, nhập phiếu giấy và số hồ sơ, chốt số liệu, xuất báo cáo, cả về phản ánh, kiến nghị.',
    daily: [
      readResults,
      'Phiếu giấy và phiếu cũ: mở **Nhập từ tệp**, tải tệp mẫu, điền, chọn tệp rồi bấm **Kiểm tra tệp**. Có một lỗi thì không dòng nào được nhập; sửa theo danh sách lỗi.',
    ],
    weekly: [
      'Mở **Đợt khảo sát**: xem “cần bao nhiêu, đã có bao nhiêu”; bấm **Thêm đợt khảo sát** cho đợt mới; tải **Kế hoạch (Word)**.',
      'Mở **Điểm khảo sát, mã QR**: báo đơn vị có điểm ghi **21 ngày chưa có phiếu**.',
      fewAnswers,
    ],
    atEnd: [
      'Mở **Kỳ báo cáo**, chọn kỳ, ghi **Số hồ sơ trong kỳ** rồi bấm **Lưu số hồ sơ**.',
      'Mở **Số liệu**: kỳ cắt ngày 14, bảng tổng hợp và sổ theo dõi phản ánh, kiến nghị; tải Excel, Word.',
      'Hết ngày cuối của kỳ: bấm **Chốt số liệu**. Phiếu nhập sau được ghi riêng, không đổi số đã chốt.',
      `Báo lãnh đạo để duyệt và công bố. ${download}`,
    ],
    trouble: [
      'Chốt nhầm: nhờ lãnh đạo duyệt bấm **Mở lại kỳ**, sửa rồi chốt lại.',
      'Nhập lại cùng một tệp không làm tăng số phiếu.',
      forgotten,
      phone,
      shared,
    ],
  },
  auditor: {
    does: 'Kiểm tra cách thu và cách tính: xem nhật ký và số liệu gốc đã ẩn danh. Không sửa gì.',
    daily: ['Không có việc bắt buộc hằng ngày.', readResults],
    weekly: [
      'Mở **Nhật ký**: ai đã làm gì, lúc nào, trước và sau khác nhau ra sao. Không ai sửa hay xóa được nhật ký.',
      'Chú ý: đăng nhập sai nhiều lần, nhập số liệu, xuất số liệu, mở lại kỳ, tải bản sao lưu.',
      fewAnswers,
    ],
    atEnd: [
      'Mở **Kỳ báo cáo**: so số đã chốt với số hiện nay; đọc lý do của các lần mở lại.',
      download,
      'Cần chắc số liệu không bị sửa: nhờ người quản trị mở **Tình trạng hệ thống** và bấm **Kiểm tra toàn vẹn** trước mặt mình.',
    ],
    trouble: [
      'Kiểm tra toàn vẹn báo sai lệch: không chạy lệnh sửa nào; giữ một bản sao lưu rồi lập biên bản.',
      forgotten,
      phone,
      forbidden,
      shared,
    ],
  },
  administrator: {
    does: 'Lập đơn vị, điểm khảo sát, tài khoản, mẫu phiếu, lịch nghỉ; giữ cho chương trình chạy. Không xem nội dung phản ánh.',
    daily: [
      'Có dải cảnh báo về sao lưu ở đầu trang: mở **Sao lưu**, đọc lý do, bấm **Sao lưu ngay**.',
      'Người mới, người nghỉ việc: mở **Tài khoản, vai trò**; mỗi người một tài khoản, chọn đúng vai trò và đơn vị.',
    ],
    weekly: [
      'Mở **Tình trạng hệ thống**: chỗ trống trên ổ đĩa, phiếu chờ, thư không gửi được.',
      'Mở **Sao lưu**: bản tốt gần nhất không quá 48 giờ; chép một bản ra máy khác; đôi khi bấm **Kiểm tra bản sao**.',
      'Mở **Điểm khảo sát, mã QR**: in thêm áp phích, thay mã hỏng bằng **Thay mã mới** (mã cũ vẫn dùng được).',
    ],
    atEnd: [
      'Có thông báo nghỉ lễ, hoán đổi: mở **Ngày nghỉ, ngày làm bù**, ghi văn bản; trang cho biết phiếu nào đổi hạn rồi mới lưu.',
      'Tổ chức thay đổi: mở **Đơn vị**, đóng hoặc sáp nhập; số liệu cũ vẫn xem được dưới tên cũ.',
      'Câu hỏi thay đổi: mở **Mẫu phiếu**, bấm **Soạn bản mới**, xem khác biệt rồi **Công bố** từ một ngày.',
      'Trước khi duyệt số liệu năm: bấm **Kiểm tra toàn vẹn**. Tập dùng cho người mới: **Tập huấn**.',
    ],
    trouble: [
      'Nâng cấp lỗi: cài lại phiên bản cũ rồi khôi phục bản **Trước khi nâng cấp**; lệnh có sẵn ở trang của bản sao lưu.',
      'Quên mật khẩu quản trị: chạy lệnh admin reset kèm tên đăng nhập trên máy chủ để có đường dẫn đặt mật khẩu mới.',
      phone,
      scan.replace('báo người quản trị', 'xem PUBLIC_URL và mạng của máy chủ'),
      shared,
    ],
  },
} satisfies Record<Role, Guide>
