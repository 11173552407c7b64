import type { SentenceOf } from './import-response-faults'

const orEmpty = (expected: string, sentence: (word: string) => string) => (expected ? sentence(expected) : '')

/** What can be wrong with the rows of offices, points, procedures, staff and dossiers. */
export const tableSentences = {
  'repeated-row': ({ value, expected }) => `“${value}” đã có ở dòng ${expected} của tệp. Mỗi mã chỉ được một dòng.`,
  'unknown-office': ({ value, expected }) =>
    `Không có đơn vị “${value}” trong tệp hay trong hệ thống.${orEmpty(expected, (codes) => ` Có phải là: ${codes}?`)}`,
  'outside-part': ({ value }) => `Đơn vị “${value}” nằm ngoài phần được giao cho tài khoản đang dùng.`,
  'malformed-office': ({ value, expected }) =>
    `“${value}” không phải mã đơn vị: cần 2–20 ký tự chữ hoa không dấu, số, gạch ngang, dấu chấm.${orEmpty(expected, (code) => ` Xin ghi: ${code}.`)}`,
  'malformed-agency': ({ value }) => `“${value}” không phải mã định danh. Xin ghi như H13.02.05, hoặc để trống.`,
  'malformed-phone': ({ value }) => `“${value}” không phải số điện thoại. Xin ghi bằng chữ số, tối đa 40 ký tự.`,
  'dates-reversed': ({ value }) => `Ngày cuối ${value} đứng trước ngày đầu.`,
  'parent-cycle': ({ value, expected }) =>
    `Các đơn vị nằm dưới nhau thành vòng: ${value} (dòng ${expected}). Xin sửa cấp trên của một trong các đơn vị này.`,
  'successor-cycle': ({ value, expected }) =>
    `Các đơn vị kế thừa nhau thành vòng: ${value} (dòng ${expected}). Xin sửa đơn vị kế thừa của một dòng.`,
  'closed-parent': ({ value, expected }) =>
    `Đơn vị cấp trên “${value}” ngừng hoạt động từ sau ngày ${expected}, nên đơn vị này phải có ngày cuối không muộn hơn, hoặc cấp trên khác.`,
  'closed-office': ({ value }) =>
    `Đơn vị “${value}” đã ngừng hoạt động: tên, loại, cấp trên và mã định danh giữ như cũ. Muốn sửa, xin bỏ ngày cuối để mở lại.`,
  'ended-office': ({ value, expected }) =>
    `Đơn vị “${value}” đã ngừng hoạt động sau ngày ${expected}. Xin ghi đơn vị đang hoạt động.`,
  'successor-without-end': () => 'Có đơn vị kế thừa thì phải có ngày hoạt động cuối cùng ở cột “Đến ngày”.',
  'own-relation': ({ value }) =>
    `“${value}” không thể kế thừa hay hướng dẫn chính mình. Xin ghi mã khác, hoặc để trống.`,
  'still-above': ({ value, expected }) =>
    `Không thể kết thúc “${value}” vì ${expected} ở bên dưới còn hoạt động. Xin đổi cấp trên hoặc ghi ngày cuối của đơn vị đó trong cùng tệp.`,
  'still-in-use': ({ value, expected }) =>
    `Không thể kết thúc “${value}” bằng tệp vì còn ${expected} điểm khảo sát đang mở. Xin dùng trang của đơn vị để sáp nhập hoặc đóng, khi đó điểm và cán bộ được chuyển theo.`,
  'own-top': ({ value }) =>
    `“${value}” là đơn vị cao nhất của tài khoản đang dùng, không đổi được cấp trên của đơn vị này.`,
  'malformed-point': ({ value }) => `Không có điểm mang mã “${value}”. Điểm mới thì để trống ô mã, hệ thống sẽ cấp mã.`,
  'other-office': ({ value, expected }) =>
    `Điểm “${value}” thuộc đơn vị ${expected}. Điểm không đổi đơn vị; xin thêm điểm mới ở đơn vị kia.`,
  'replaced-point': ({ value, expected }) => `Điểm “${value}” đã được thay bằng mã ${expected}. Xin dùng mã mới.`,
  'same-name': ({ value, expected }) =>
    `Đơn vị này có nhiều điểm tên “${value}” (${expected}). Xin ghi mã của điểm cần sửa.`,
  'malformed-hours': ({ value }) =>
    `“${value}” không phải giờ mở cửa đọc được. Xin ghi như: T2-T6 07:30-11:30, 13:30-17:00.`,
  'unknown-procedure': ({ value }) => `Không có thủ tục “${value}” trong danh mục. Xin nhập danh mục thủ tục trước.`,
  'closed-procedure': ({ value }) => `Thủ tục “${value}” đã bãi bỏ. Xin bỏ khỏi ô này.`,
  'malformed-procedure': ({ value }) =>
    `“${value}” không phải mã thủ tục. Xin ghi như 1.008377 hoặc 1.008377.000.00.00.H13.`,
  'malformed-login': ({ value, expected }) =>
    `“${value}” không phải tên đăng nhập: cần 3–60 ký tự chữ thường không dấu, số, dấu chấm, gạch ngang hoặc @.${orEmpty(expected, (login) => ` Xin ghi: ${login}.`)}`,
  'malformed-email': ({ value }) => `“${value}” không phải địa chỉ thư điện tử.`,
  'outside-person': ({ value }) =>
    `Tài khoản “${value}” đã có và không thuộc phần được giao cho tài khoản đang dùng. Xin chọn tên đăng nhập khác.`,
  'own-account': ({ value }) => `“${value}” là tài khoản đang dùng: không tự đổi vai trò và đơn vị của mình.`,
  'last-administrator': ({ value }) =>
    `“${value}” là người quản trị toàn hệ thống cuối cùng. Cần có người khác trước khi đổi vai trò này.`,
  'missing-part': () =>
    'Xin ghi mã đơn vị: tài khoản đang dùng chỉ được thêm người trong phần của mình, không phải toàn hệ thống.',
  'malformed-period': ({ value }) =>
    `“${value}” không phải kỳ. Xin ghi như 2026, 2026-03, 2026-Q1, 2026-H1, 2026-9M, có thể thêm /14.`,
} satisfies Partial<SentenceOf>
