import type { RoundPlan } from '../../server/domain/round-plan'
import { formatCount, formatDay } from './format'

/** A numbered part of the plan: a heading and what stands under it; `table` is where the offices are listed. */
export type PlanSection = { heading: string; paragraphs: string[]; table?: boolean }

const lower = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** Sentences of the plan of a survey round, after the form of Nghị định 30/2020/NĐ-CP. What the office fills in stands in square brackets. */
export const planWords = {
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số:          /KH-[…]',
  date: (year: string) => `[Địa danh], ngày     tháng     năm ${year}`,
  kind: 'KẾ HOẠCH',
  title: (title: string) => (/khảo sát/i.test(title) ? title : `Khảo sát sự hài lòng: ${title}`),
  opening: (office: string, title: string, note: string) => {
    const basis = note.trim() === '' ? 'Thực hiện [văn bản chỉ đạo của cấp trên]' : note.trim().replace(/[.;,]+$/, '')
    return `${basis}, ${office} ban hành Kế hoạch ${lower(planWords.title(title))} với các nội dung như sau:`
  },
  sections: (plan: RoundPlan): PlanSection[] => [
    {
      heading: 'I. MỤC ĐÍCH, YÊU CẦU',
      paragraphs: [
        '1. Mục đích',
        'Đo lường mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan, đơn vị; xác định những việc làm tốt và những việc cần khắc phục để nâng cao chất lượng phục vụ.',
        '2. Yêu cầu',
        'Khảo sát khách quan, trung thực, đúng đối tượng; không khảo sát thay, không chọn người trả lời, không can thiệp vào câu trả lời. Phiếu không hỏi họ tên, số điện thoại, số định danh; người phục vụ tại quầy không xem được từng phiếu.',
        'Kết quả được tổng hợp theo một cách tính thống nhất, công khai số phiếu, cách tính và giới hạn của số liệu.',
      ],
    },
    {
      heading: 'II. ĐỐI TƯỢNG, PHẠM VI',
      paragraphs: [
        '1. Đối tượng: người dân, đại diện tổ chức đã nộp hồ sơ, nhận kết quả hoặc giao dịch với cơ quan, đơn vị trong thời gian khảo sát.',
        `2. Phạm vi: ${formatCount(plan.offices.length)} cơ quan, đơn vị theo bảng phân bổ tại mục VI.`,
      ],
    },
    {
      heading: 'III. NỘI DUNG, PHIẾU KHẢO SÁT',
      paragraphs: [
        `1. Phiếu sử dụng: “${plan.survey.title}”, bản ${plan.survey.version}, gồm ${formatCount(plan.survey.criteria)} câu hỏi, trả lời trong khoảng ${plan.survey.minutes} phút.`,
        `2. Nội dung: ${plan.survey.dimensions.map(({ name, criteria }) => `${lower(name)} (${criteria} câu)`).join('; ')}.`,
        `3. Thang trả lời: ${plan.survey.levels.map(lower).join(', ')}; người trả lời được chọn không có ý kiến và được bỏ qua câu không muốn trả lời.`,
        ...(plan.survey.optional > 0
          ? [`4. Ngoài ra có ${formatCount(plan.survey.optional)} câu hỏi thêm không bắt buộc và phần góp ý.`]
          : []),
        `Nguồn của bộ câu hỏi: ${plan.survey.source}`,
      ],
    },
    {
      heading: 'IV. PHƯƠNG PHÁP, CỠ MẪU',
      paragraphs: [
        '1. Phương pháp: người dân tự trả lời trên điện thoại qua mã QR đặt tại nơi tiếp nhận hồ sơ, trên máy tính bảng tại quầy hoặc trên phiếu giấy. Các kênh được thống kê riêng.',
        '2. Cỡ mẫu tối thiểu của mỗi đơn vị tính theo công thức n = N / (1 + N × e²), trong đó N là số hồ sơ trong kỳ, e = 5% là sai số cho phép; kết quả làm tròn lên. Đơn vị ghi số khác thì theo bảng phân bổ.',
        `3. Tổng số hồ sơ: ${formatCount(sum(plan, 'population'))}; tổng số phiếu cần thu: ${formatCount(sum(plan, 'target'))}.`,
        '4. Số phiếu cần thu là mức tối thiểu. Đủ số phiếu vẫn tiếp tục nhận phiếu đến hết thời gian khảo sát, để không bỏ mất ý kiến của người đến sau.',
      ],
    },
    {
      heading: 'V. THỜI GIAN',
      paragraphs: [
        `1. Thu phiếu: từ ngày ${formatDay(plan.fromOn)} đến hết ngày ${formatDay(plan.toOn)}.`,
        '2. Tổng hợp, báo cáo kết quả: trước ngày [ngày, tháng, năm].',
      ],
    },
    { heading: 'VI. PHÂN BỔ MẪU THEO ĐƠN VỊ', paragraphs: [], table: true },
    {
      heading: 'VII. TỔ CHỨC THỰC HIỆN',
      paragraphs: [
        '1. [Đơn vị chủ trì]: theo dõi tiến độ thu phiếu, tổng hợp kết quả, tham mưu báo cáo và công khai theo quy định.',
        '2. Các cơ quan, đơn vị có tên tại mục VI: đặt mã QR ở nơi người dân dễ thấy, mời mọi người đến giao dịch trả lời, bảo đảm số phiếu được phân bổ; không trả lời thay người dân.',
        '3. Kinh phí: [nguồn kinh phí].',
        'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về [đơn vị chủ trì] để được hướng dẫn.',
      ],
    },
  ],
  columns: ['TT', 'Cơ quan, đơn vị', 'Số hồ sơ (N)', 'Số phiếu cần thu (n)'],
  total: 'Tổng cộng',
  closing: (office: string, title: string) => `Trên đây là Kế hoạch ${lower(planWords.title(title))} của ${office}./.`,
  recipients: 'Nơi nhận:',
  recipientList: [
    '- [Cơ quan cấp trên] (để b/c);',
    '- Các đơn vị tại mục VI (để t/h);',
    '- Lưu: VT, [đơn vị soạn thảo].',
  ],
  signer: '[CHỨC VỤ NGƯỜI KÝ]',
  signerName: '[Họ và tên]',
}

const sum = ({ offices }: RoundPlan, field: 'population' | 'target') =>
  offices.reduce((all, one) => all + one[field], 0)

/** Numbers of the table as they are printed. */
export const planNumber = formatCount
/** Both sums of the table. */
export const planTotals = (plan: RoundPlan) => [sum(plan, 'population'), sum(plan, 'target')].map(formatCount)
