import type { FaultCode } from '../../server/imports/faults'

export type Sentence = (fault: { value: string; expected: string }) => string
export type SentenceOf = Record<FaultCode, Sentence>

/** What can be wrong with a file of answers. */
export const responseSentences = {
  'no-rows': () => 'Tệp không có dòng dữ liệu nào. Dòng 1 là tiêu đề, mỗi dòng sau là một phiếu.',
  'missing-column': () =>
    'Thiếu cột này. Dòng 1 phải có cột “point” (mã điểm) và cột “submittedAt” (thời gian trả lời).',
  'unknown-column': () =>
    'Không có phiếu nào có câu hỏi này. Tiêu đề phải là khóa (ví dụ 1.1), nguyên văn tiêu chí, hoặc point, submittedAt, channel, survey, clientId. Nếu không cần cột này, xin xóa khỏi tệp.',
  'repeated-column': () => 'Cột này có hai lần. Mỗi câu hỏi chỉ được một cột.',
  'no-criteria': () =>
    'Tệp không có cột tiêu chí nào. Mỗi tiêu chí cần một cột, tiêu đề là khóa của tiêu chí, ví dụ 1.1.',
  'formula-error': ({ value }) => `Công thức trong ô báo lỗi ${value}. Xin sửa công thức hoặc để trống ô.`,
  'unknown-point': ({ value, expected }) => `Không có điểm khảo sát “${value}”. Các mã điểm: ${expected}.`,
  'unknown-channel': ({ value, expected }) =>
    `Không có kênh “${value}”. Các kênh: phone, tablet, paper, staff, token, hoặc: ${expected}.`,
  'unknown-survey': ({ value, expected }) => `Không có phiếu “${value}”. Các phiếu: ${expected}.`,
  'not-in-survey': ({ value }) => `Phiếu của dòng này không có câu hỏi ở cột này, nhưng ô có giá trị “${value}”.`,
  'not-a-date': ({ value }) =>
    `“${value}” không phải ngày đọc được. Xin ghi như 2026-03-14, 2026-03-14T08:30, 14/03/2026 hoặc 14/03/2026 08:30, từ năm 2000 trở đi.`,
  'future-date': ({ value }) => `“${value}” ở tương lai. Thời gian trả lời phải trước lúc nhập.`,
  'not-a-level': ({ value, expected }) => `“${value}” không phải mức trả lời. Xin ghi: ${expected}, hoặc để trống.`,
  'not-a-number': ({ value }) => `“${value}” không phải số nguyên từ 0 đến 100.`,
  'outside-scale': ({ value }) => `“${value}” nằm ngoài phạm vi cho phép.`,
  'repeated-id': ({ value, expected }) =>
    `Mã phiếu “${value}” đã có ở dòng ${expected} với câu trả lời khác. Mỗi phiếu cần một mã riêng, hoặc bỏ cột mã.`,
  'known-id': ({ value }) =>
    `Mã phiếu “${value}” đã có trong hệ thống với nội dung khác. Xin dùng mã khác, hoặc bỏ cột mã.`,
} satisfies Partial<SentenceOf>
