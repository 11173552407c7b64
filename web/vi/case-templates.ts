import type { TemplateFault } from '../../server/actions/case-templates'
import type { TemplatePurpose, TemplateValues, TemplateVariable } from '../../server/domain/template-text'

export const templatePurposeNames = {
  answer: 'Trả lời',
  ask: 'Đề nghị bổ sung',
  refuse: 'Không tiếp nhận',
  forward: 'Chuyển cơ quan khác',
} satisfies Record<TemplatePurpose, string>

/** What each variable stands for; also what stands in ⟨…⟩ where it has no value. */
export const templateVariableNames = {
  ma: 'mã phiếu',
  'tieu-de': 'tóm tắt của người gửi',
  'co-quan': 'tên cơ quan',
  'ngay-gui': 'ngày gửi',
  han: 'hạn trả lời',
  'han-bo-sung': 'hạn bổ sung',
  'hom-nay': 'ngày hôm nay',
  'thu-tuc': 'tên thủ tục',
  'linh-vuc': 'lĩnh vực',
  'noi-tiep-cong-dan': 'nơi tiếp công dân, địa chỉ, giờ',
  'dien-thoai': 'điện thoại của cơ quan',
  'dia-chi': 'địa chỉ của cơ quan',
  'tra-cuu': 'địa chỉ trang tra cứu',
  'noi-nhan': 'cơ quan nhận chuyển',
  'phieu-trung': 'mã phiếu trùng hoặc đã trả lời',
} satisfies Record<TemplateVariable, string>

/** An invented case, for looking at a template. */
export const templateExample: Required<TemplateValues> = {
  ma: 'PBA-26-000123',
  'tieu-de': 'Đòi thêm giấy xác nhận cư trú',
  'co-quan': 'UBND phường Bình An',
  'ngay-gui': '20/11/2026',
  han: '14/12/2026',
  'han-bo-sung': '07/12/2026',
  'hom-nay': '23/11/2026',
  'thu-tuc': 'Đăng ký khai sinh',
  'linh-vuc': 'Hộ tịch',
  'noi-tiep-cong-dan': 'Phòng tiếp công dân, số 1 đường Hòa Bình, sáng Thứ Ba, Thứ Năm',
  'dien-thoai': '0236 000 000',
  'dia-chi': 'Số 1 đường Hòa Bình, phường Bình An',
  'tra-cuu': 'phanhoi.binhan.vn/tra-cuu',
  'noi-nhan': 'Sở Giáo dục và Đào tạo',
  'phieu-trung': 'PBA-26-000101',
}

export const templateWords = {
  title: 'Mẫu trả lời',
  about:
    'Mẫu giúp soạn nhanh câu trả lời, câu đề nghị bổ sung, lý do không tiếp nhận. Người soạn luôn sửa được trước khi gửi; sửa mẫu không làm thay đổi những gì đã gửi.',
  add: 'Thêm mẫu',
  edit: 'Sửa mẫu',
  copy: 'Sao chép',
  remove: 'Bỏ mẫu',
  undo: 'Lấy lại',
  removed: (title: string) => `Đã bỏ mẫu “${title}”.`,
  saved: 'Đã lưu mẫu.',
  restored: 'Đã lấy lại mẫu.',
  shipped: 'Có sẵn',
  everyOffice: 'Mọi đơn vị',
  count: (n: number) => `${n} mẫu`,
  nothing: 'Chưa có mẫu nào cho việc này.',
  changedBy: (name: string, at: string) => `${name} sửa ${at}`,
  fields: { purpose: 'Dùng khi', office: 'Đơn vị dùng', title: 'Tên mẫu', body: 'Nội dung' },
  officeHint: 'Các đơn vị trực thuộc cũng dùng được.',
  titleHint: 'Ngắn, để người soạn nhận ra trong danh sách.',
  bodyHint:
    'Chỗ cần điền theo từng phiếu: dùng biến trong bảng dưới đây, hoặc viết trong ngoặc ⟨…⟩ để người soạn tự ghi.',
  variables: 'Biến dùng được',
  variable: 'Biến',
  meaning: 'Được thay bằng',
  example: 'Ví dụ',
  preview: 'Xem trước',
  previewAbout: 'Điền bằng một phiếu ví dụ.',
  gaps: (gaps: readonly string[]) =>
    gaps.length === 0 ? '' : `Người soạn còn phải ghi: ${gaps.map((gap) => `⟨${gap}⟩`).join(', ')}.`,
  save: 'Lưu mẫu',
  cancel: 'Thôi',
  problem: 'Chưa lưu được',
  kept: 'Những gì đã ghi vẫn còn.',
  conflict: (title: string) =>
    `Trong lúc Ông/Bà soạn, mẫu này đã được người khác sửa, nay là “${title}”. Bấm Lưu mẫu một lần nữa thì nội dung dưới đây thay bản đó.`,
  savedMeanwhile: 'Bản người khác vừa lưu',
  faults: {
    purpose: () => 'Xin chọn việc dùng mẫu này.',
    office: () => 'Xin chọn đơn vị trong danh sách.',
    title: () => 'Xin ghi tên mẫu, không quá 120 ký tự.',
    body: () => 'Xin ghi nội dung mẫu, không quá 5.000 ký tự.',
    variables: (names: readonly string[]) =>
      `Không có biến ${names.map((name) => (/^[{}]+$/.test(name) ? name : `{{${name}}}`)).join(', ')}. Xin dùng biến trong bảng “Biến dùng được”, hoặc viết trong ngoặc ⟨…⟩.`,
  } satisfies Record<TemplateFault['code'], (names: readonly string[]) => string>,
}
