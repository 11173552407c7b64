import type { AttachmentError } from '../../server/domain/attachments'
import { formatCount, formatNumber } from './format'

/** What the domain and the reader of forms say of a file; `too-many` and `broken` come from the form itself. */
type Fault = AttachmentError | 'too-many' | 'broken'

/** A size as people read it: `850 KB`, `2,4 MB`, `20 MB`. `bytes`: whole number. */
export function fileSize(bytes: number): string {
  const [kilo, mega] = [Math.max(1, Math.round(bytes / 1024)), bytes / 1024 / 1024]
  if (kilo < 1000) return `${formatCount(kilo)} KB`
  return `${mega < 10 ? formatNumber(mega, 1).replace(',0', '') : formatCount(mega)} MB`
}

const kinds = 'JPG, PNG, WebP, PDF, DOCX, XLSX'

export const attachments = {
  label: 'Ảnh hoặc giấy tờ kèm theo',
  optional: 'không bắt buộc',
  choose: 'Chọn ảnh hoặc tệp',
  remove: 'Bỏ tệp này',
  removed: (name: string) => `Đã bỏ tệp ${name}.`,
  list: 'Các tệp đã kèm theo',
  download: (name: string) => `Tải về ${name}`,
  about: (mostFiles: number, mostBytes: number) =>
    `Tối đa ${mostFiles} tệp, mỗi tệp ${fileSize(mostBytes)} (${kinds}). Vị trí chụp ảnh sẽ được xóa.`,
  documentCaution: 'Tệp do người gửi đính kèm. Chỉ mở khi cần, trên máy có phần mềm diệt vi-rút.',
  rest: 'Nội dung đã viết vẫn còn.',
} as const

/** What is wrong with a file and what to do. `size`: bytes of the file that was sent. */
export function attachmentFault(
  { error, name, size }: { error: Fault; name: string; size?: number },
  { mostFiles, mostBytes }: { mostFiles: number; mostBytes: number },
): string {
  const file = name ? `Tệp “${name}”` : 'Tệp'
  const most = fileSize(mostBytes)
  const sentences = {
    empty: `${file} không có nội dung. Xin chọn lại tệp.`,
    'too-large':
      size === undefined || size <= mostBytes
        ? `${file} làm tổng dung lượng vượt mức ${mostFiles} tệp, mỗi tệp ${most}. Xin bỏ bớt tệp.`
        : `${file} nặng ${fileSize(size)}, mức tối đa là ${most}. Xin chụp lại ở cỡ nhỏ hơn, hoặc gửi bản PDF nhẹ hơn.`,
    'too-many': `Chỉ gửi được ${mostFiles} tệp. ${file} chưa được nhận; xin bỏ bớt tệp khác nếu cần tệp này.`,
    kind: `${file} không thuộc loại nhận được. Xin gửi ảnh hoặc tài liệu: ${kinds}.`,
    svg: `${file} là hình vẽ SVG, không phải ảnh chụp. Xin lưu lại thành JPG hoặc PNG rồi gửi.`,
    heic: `${file} là ảnh HEIC của iPhone, chưa nhận được. Trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất, rồi chụp lại; hoặc chụp màn hình tấm ảnh và gửi ảnh đó.`,
    'old-office': `${file} là Word, Excel kiểu cũ hoặc có mật khẩu. Xin bỏ mật khẩu, lưu lại thành DOCX, XLSX hoặc PDF rồi gửi.`,
    active: `${file} có macro hoặc đối tượng nhúng nên không nhận để bảo đảm an toàn. Xin lưu lại thành PDF rồi gửi.`,
    damaged: `${file} bị hỏng hoặc chưa tải lên hết. Xin mở thử trên máy, lưu lại rồi gửi.`,
    'too-many-pixels': `${file} có quá nhiều điểm ảnh. Xin chụp lại ở cỡ thường, hoặc chụp màn hình tấm ảnh và gửi ảnh đó.`,
    'zip-bomb': `${file} nén quá nhiều dữ liệu nên không nhận. Xin lưu lại thành PDF, hoặc chỉ gửi phần cần thiết.`,
    virus: `${file} bị phần mềm diệt vi-rút cảnh báo nên không nhận. Xin quét vi-rút trên máy và gửi tệp khác.`,
    'not-scanned': `Chưa kiểm tra được vi-rút cho tệp${name ? ` “${name}”` : ''} nên chưa nhận. Xin gửi lại sau ít phút, hoặc gửi mà không kèm tệp này.`,
    busy: `Máy chủ đang nhận nhiều tệp cùng lúc. Xin gửi lại ${name ? `tệp “${name}”` : 'tệp'} sau ít phút.`,
    broken: 'Việc gửi bị ngắt giữa chừng nên tệp chưa được nhận. Xin chọn lại tệp và gửi lại.',
  } satisfies Record<Fault, string>
  return sentences[error]
}
