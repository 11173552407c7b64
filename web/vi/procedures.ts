import type { ProcedureField } from '../../server/actions/procedures'
import { formatCount } from './format'

/** Words of the catalogue of procedures (TTHC). */
export const procedureWords = {
  title: 'Thủ tục hành chính',
  about:
    'Danh mục dùng chung cho mọi cơ quan. Người dân gõ vài chữ không dấu để chọn thủ tục đã làm, hoặc điểm khảo sát ghi sẵn.',
  import: 'Nhập danh mục từ bảng tính',
  columns: { code: 'Mã', name: 'Tên thủ tục', field: 'Lĩnh vực', state: 'Tình trạng' },
  open: 'Đang dùng',
  closed: 'Đã đóng',
  filter: {
    label: 'Lọc thủ tục',
    words: 'Tìm',
    wordsHint: 'Mã, tên, lĩnh vực; không cần dấu',
    field: 'Lĩnh vực',
    anyField: 'Mọi lĩnh vực',
    state: 'Tình trạng',
    anyState: 'Tất cả',
    submit: 'Lọc',
    clear: 'Bỏ lọc',
  },
  total: (count: number) => `${formatCount(count)} thủ tục`,
  nothing: 'Danh mục chưa có thủ tục nào. Thêm từng thủ tục ở dưới hoặc nhập cả danh mục từ bảng tính.',
  noMatch: 'Không có thủ tục nào như vậy. Xin đổi chữ tìm hoặc bỏ lọc.',
  addTitle: 'Thêm thủ tục',
  add: 'Thêm thủ tục',
  added: (name: string) => `Đã thêm thủ tục ${name}.`,
  code: 'Mã thủ tục',
  codeHint: 'Như trên Cổng Dịch vụ công quốc gia, ví dụ 1.001193 hoặc 1.008377.000.00.00.H13',
  name: 'Tên thủ tục',
  field: 'Lĩnh vực (không bắt buộc)',
  fieldHint: 'Phiếu chọn thủ tục này được tính vào lĩnh vực này. Ví dụ: Hộ tịch',
  save: 'Lưu',
  saved: 'Đã lưu.',
  close: 'Đóng thủ tục',
  reopen: 'Mở lại',
  closeAbout: 'Thủ tục đã đóng không còn được gợi ý; phiếu cũ vẫn giữ tên thủ tục.',
  points: 'Điểm khảo sát có thủ tục này',
  wrong: {
    code: 'Mã thủ tục có dạng 1.001193 hoặc 1.008377.000.00.00.H13.',
    name: 'Xin ghi tên thủ tục, không quá 500 ký tự.',
    field: 'Lĩnh vực không quá 120 ký tự.',
  } satisfies Record<ProcedureField, string>,
  taken: 'Mã này đã có trong danh mục.',
} as const
