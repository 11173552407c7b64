import type { SurveyInput } from '../../server/domain/survey'

type Items = NonNullable<SurveyInput['items']>

const yesNo = [
  { key: 'no', label: 'Không' },
  { key: 'yes', label: 'Có' },
]
const noAnswer = { key: 'no-answer', label: 'Không muốn trả lời' }
const onlySummed = 'Câu trả lời chỉ được cộng chung, không gửi về quầy.'

const about: Items = [
  {
    key: 'capacity',
    label: 'Ông/Bà trả lời với tư cách',
    kind: 'one',
    enabled: true,
    options: [
      { key: 'person', label: 'Cá nhân' },
      { key: 'organisation', label: 'Đại diện tổ chức, doanh nghiệp' },
    ],
  },
  {
    key: 'gender',
    label: 'Giới tính',
    kind: 'one',
    enabled: true,
    options: [{ key: 'male', label: 'Nam' }, { key: 'female', label: 'Nữ' }, noAnswer],
  },
  {
    key: 'age',
    label: 'Tuổi',
    kind: 'one',
    enabled: true,
    options: [
      { key: 'under-25', label: 'Dưới 25' },
      { key: 'from-25', label: '25–34' },
      { key: 'from-35', label: '35–49' },
      { key: 'from-50', label: '50–60' },
      { key: 'over-60', label: 'Trên 60' },
    ],
  },
  {
    key: 'education',
    label: 'Học vấn',
    kind: 'one',
    enabled: false,
    options: [
      { key: 'primary', label: 'Tiểu học' },
      { key: 'lower-secondary', label: 'Trung học cơ sở' },
      { key: 'upper-secondary', label: 'Trung học phổ thông' },
      { key: 'vocational', label: 'Trung cấp, cao đẳng, học nghề' },
      { key: 'university', label: 'Đại học trở lên' },
      { key: 'other', label: 'Khác' },
    ],
  },
  {
    key: 'occupation',
    label: 'Nghề nghiệp',
    kind: 'one',
    enabled: false,
    options: [
      { key: 'public', label: 'Cán bộ, công chức, viên chức' },
      { key: 'company', label: 'Làm trong doanh nghiệp' },
      { key: 'freelance', label: 'Lao động tự do' },
      { key: 'farmer', label: 'Nông dân' },
      { key: 'student', label: 'Học sinh, sinh viên' },
      { key: 'home', label: 'Nội trợ, nghỉ hưu' },
      { key: 'other', label: 'Khác' },
    ],
  },
  {
    key: 'ethnicity',
    label: 'Dân tộc',
    kind: 'one',
    enabled: false,
    options: [{ key: 'kinh', label: 'Kinh' }, { key: 'other', label: 'Dân tộc khác' }, noAnswer],
  },
  {
    key: 'area',
    label: 'Nơi sống',
    kind: 'one',
    enabled: false,
    options: [
      { key: 'urban', label: 'Thành thị' },
      { key: 'rural', label: 'Nông thôn' },
      { key: 'mountain', label: 'Miền núi' },
      { key: 'island', label: 'Hải đảo' },
    ],
  },
]

const visit: Items = [
  { key: 'procedure', label: 'Thủ tục Ông/Bà đã làm', kind: 'text', enabled: false },
  {
    key: 'visits',
    label: 'Ông/Bà phải đến mấy lần để xong việc?',
    kind: 'one',
    enabled: true,
    options: [
      { key: 'once', label: '1 lần' },
      { key: 'twice', label: '2 lần' },
      { key: 'three', label: '3 lần' },
      { key: 'four', label: 'Từ 4 lần' },
    ],
  },
  {
    key: 'extra-papers',
    label: 'Ông/Bà có bị yêu cầu nộp thêm giấy tờ ngoài quy định không?',
    kind: 'one',
    enabled: false,
    options: yesNo,
  },
  {
    key: 'harassment',
    label: 'Ông/Bà có gặp phiền hà, sách nhiễu không?',
    kind: 'one',
    hint: onlySummed,
    enabled: false,
    options: [...yesNo, noAnswer],
  },
  {
    key: 'extra-payment',
    label: 'Ông/Bà có phải chi tiền ngoài phí, lệ phí không?',
    kind: 'one',
    hint: onlySummed,
    enabled: false,
    options: [...yesNo, noAnswer],
  },
  { key: 'late', label: 'Kết quả có bị trễ hẹn không?', kind: 'one', enabled: true, options: yesNo },
  {
    key: 'apology',
    label: 'Cơ quan có xin lỗi và hẹn lại không?',
    kind: 'one',
    enabled: true,
    after: { item: 'late', options: ['yes'] },
    options: [
      { key: 'yes', label: 'Có' },
      { key: 'no', label: 'Không' },
    ],
  },
  {
    key: 'improve',
    label: 'Theo Ông/Bà, cơ quan cần cải thiện điều gì?',
    kind: 'many',
    hint: 'Chọn nhiều',
    enabled: true,
    options: [
      { key: 'information', label: 'Thông tin, hướng dẫn' },
      { key: 'premises', label: 'Trụ sở, trang thiết bị' },
      { key: 'attitude', label: 'Thái độ phục vụ' },
      { key: 'skill', label: 'Năng lực cán bộ' },
      { key: 'time', label: 'Thời gian giải quyết' },
      { key: 'online', label: 'Dịch vụ công trực tuyến' },
      { key: 'replies', label: 'Việc trả lời phản ánh, kiến nghị' },
    ],
  },
]

/**
 * The optional questions. Off until an office switches them on: what is sensitive (ethnicity, harassment, payment,
 * extra papers), what needs a list first (procedure), and what a short form does not need.
 */
export const optionalItems: Items = [...about, ...visit]
