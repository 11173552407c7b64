import type { ScoredMetric } from '../../server/domain/scoring'
import type { ScoringField } from '../../server/domain/scoring-form'

export const scoringWords = {
  title: 'Bảng chấm điểm phản ánh, kiến nghị',
  about:
    'Công thức chấm điểm cải cách hành chính khác nhau theo tỉnh và theo năm. Điểm tính ra đứng trong báo cáo “Các chỉ số”, chỉ để tham khảo.',
  back: 'Về Số liệu',
  link: 'Bảng chấm điểm',
  save: 'Lưu bảng chấm điểm',
  saved: 'Đã lưu bảng chấm điểm.',
  problems: 'Chưa lưu được. Xin sửa các ô dưới đây; những gì đã nhập vẫn còn.',
  kept: 'Những gì đã nhập vẫn còn.',
  metrics: {
    handled: 'Tỷ lệ đã xử lý (5.1)',
    'on-time': 'Tỷ lệ đúng hạn, không tính gia hạn (5.2)',
    satisfied: 'Hài lòng trong xử lý phản ánh, kiến nghị (5.3)',
    published: 'Tỷ lệ công khai',
    dossiers: 'Hài lòng trong giải quyết hồ sơ (5.4)',
  } satisfies Record<ScoredMetric, string>,
  forms: { '': 'Không chấm', step: 'Theo bậc', linear: 'Theo tỷ lệ' },
  fields: {
    form: 'Cách tính',
    steps: 'Từ bao nhiêu phần trăm: bao nhiêu điểm',
    whenNone: 'Điểm khi không có phiếu nào',
    source: 'Căn cứ',
  } satisfies Record<ScoringField, string>,
  stepsHint: 'Theo bậc: 100: 2; 90: 1. Theo tỷ lệ: 90: 4 nghĩa là từ 90% được đủ 4 điểm, dưới đó giảm theo tỷ lệ.',
  wrong: {
    form: 'Xin chọn một cách tính.',
    steps:
      'Xin ghi như ví dụ: 100: 2; 90: 1. Theo tỷ lệ thì chỉ ghi một cặp, ví dụ 90: 4. Phần trăm và điểm từ 0 đến 100.',
    whenNone: 'Xin ghi số điểm từ 0 đến 100, ví dụ 2 hoặc 1,5.',
    source: 'Căn cứ dài quá 500 ký tự. Xin ghi ngắn lại.',
  } satisfies Record<ScoringField, string>,
} as const
