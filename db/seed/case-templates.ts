import type { TemplatePurpose } from '../../server/domain/template-text'
import { insertTemplates } from '../case-templates'
import type { Db } from '../schema'

type Shipped = { id: string; purpose: TemplatePurpose; title: string; body: string }

/** Texts to begin with. What stands in ⟨…⟩ is written by hand. */
const shipped: readonly Shipped[] = [
  {
    id: 'shipped-answer',
    purpose: 'answer',
    title: 'Khung câu trả lời',
    body: `{{co-quan}} trả lời phiếu {{ma}} “{{tieu-de}}” Ông/Bà gửi ngày {{ngay-gui}} như sau:

⟨kết quả xem xét, căn cứ⟩

⟨việc cơ quan đã làm, sẽ làm, thời gian⟩

Cần trao đổi thêm, mời Ông/Bà liên hệ {{co-quan}}, điện thoại {{dien-thoai}}. Trân trọng cảm ơn Ông/Bà.`,
  },
  {
    id: 'shipped-answer-question',
    purpose: 'answer',
    title: 'Trả lời câu hỏi',
    body: 'Nội dung của Ông/Bà là câu hỏi. Cơ quan trả lời như sau: ⟨nội dung trả lời⟩',
  },
  {
    id: 'shipped-ask-sender',
    purpose: 'ask',
    title: 'Thiếu thông tin người gửi',
    body: 'Theo Nghị định số 20/2008/NĐ-CP, phản ánh, kiến nghị cần có tên, địa chỉ, số điện thoại hoặc địa chỉ thư. Đề nghị Ông/Bà bổ sung trước ngày {{han-bo-sung}}.',
  },
  {
    id: 'shipped-ask-details',
    purpose: 'ask',
    title: 'Chưa rõ việc xảy ra ở đâu, khi nào',
    body: 'Để xem xét phiếu {{ma}}, cơ quan đề nghị Ông/Bà cho biết thêm: ⟨việc xảy ra ở đâu, ngày nào, thủ tục nào⟩. Xin bổ sung trước ngày {{han-bo-sung}}.',
  },
  {
    id: 'shipped-refuse-complaint',
    purpose: 'refuse',
    title: 'Là khiếu nại',
    body: 'Nội dung Ông/Bà gửi là khiếu nại theo Luật Khiếu nại nên không xử lý theo quy trình phản ánh, kiến nghị. Mời Ông/Bà gửi đơn khiếu nại đến ⟨người có thẩm quyền, địa chỉ⟩. Thời hiệu khiếu nại có giới hạn; đề nghị Ông/Bà gửi sớm.',
  },
  {
    id: 'shipped-refuse-denunciation',
    purpose: 'refuse',
    title: 'Là tố cáo',
    body: 'Nội dung Ông/Bà gửi có dấu hiệu tố cáo. Trang này không phải là nơi nhận tố cáo theo Luật Tố cáo. Đề nghị Ông/Bà gửi đơn hoặc đến trình bày tại {{noi-tiep-cong-dan}}. Thông tin Ông/Bà đã gửi được giữ kín, không công khai và đã được báo cho người có trách nhiệm.',
  },
  {
    id: 'shipped-refuse-question',
    purpose: 'refuse',
    title: 'Là câu hỏi',
    body: 'Nội dung của Ông/Bà là câu hỏi. Cơ quan trả lời như sau: ⟨nội dung trả lời⟩',
  },
  {
    id: 'shipped-refuse-urgent',
    purpose: 'refuse',
    title: 'Khẩn cấp',
    body: 'Sự việc Ông/Bà nêu cần xử lý ngay. Cơ quan đã chuyển đến ⟨nơi nhận⟩ lúc ⟨giờ⟩. Nếu còn nguy hiểm, đề nghị gọi 113, 114, 115.',
  },
  {
    id: 'shipped-refuse-child',
    purpose: 'refuse',
    title: 'Trẻ em bị xâm hại, bạo lực',
    body: 'Cảm ơn Ông/Bà đã báo. Sự việc liên quan đến trẻ em đã được chuyển ngay đến người có trách nhiệm và được giữ kín. Ông/Bà có thể gọi 111 để được hỗ trợ thêm.',
  },
  {
    id: 'shipped-refuse-no-sender',
    purpose: 'refuse',
    title: 'Không đủ thông tin người gửi',
    body: 'Theo Nghị định số 20/2008/NĐ-CP, phản ánh, kiến nghị cần có tên, địa chỉ, số điện thoại hoặc địa chỉ thư. Cơ quan đã đề nghị bổ sung nhưng chưa nhận được nên chưa thể xử lý. Mời Ông/Bà gửi lại khi có đủ thông tin.',
  },
  {
    id: 'shipped-refuse-duplicate',
    purpose: 'refuse',
    title: 'Trùng phiếu khác',
    // Nobody follows the case of somebody else: what others sent is merged, not refused.
    body: 'Nội dung này trùng với phiếu {{phieu-trung}} mà Ông/Bà đã gửi, đang được xử lý. Mời Ông/Bà theo dõi phiếu đó.',
  },
  {
    id: 'shipped-refuse-answered',
    purpose: 'refuse',
    title: 'Đã trả lời, không có tình tiết mới',
    body: 'Việc này đã được trả lời tại phiếu {{phieu-trung}} và không có tình tiết mới. Nếu có thông tin mới, mời Ông/Bà gửi lại và nêu rõ thông tin đó.',
  },
  {
    id: 'shipped-refuse-abuse',
    purpose: 'refuse',
    title: 'Xúc phạm, quảng cáo, không rõ nội dung',
    body: 'Cơ quan chưa thể xử lý vì nội dung ⟨không rõ việc cần phản ánh / dùng lời lẽ xúc phạm / là quảng cáo⟩. Mời Ông/Bà gửi lại với nội dung cụ thể.',
  },
  {
    id: 'shipped-forward',
    purpose: 'forward',
    title: 'Không thuộc thẩm quyền, đã chuyển',
    body: 'Việc Ông/Bà phản ánh thuộc thẩm quyền của {{noi-nhan}}. Phiếu đã được chuyển ngày {{hom-nay}}; Ông/Bà vẫn theo dõi bằng mã cũ.',
  },
]

/** Adds the shipped templates that were never there; what an office changed or removed stays so. */
export async function seedTemplates(db: Db, at: string): Promise<void> {
  const rest = { officeCode: null, createdAt: at, updatedAt: at, updatedBy: null, removedAt: null }
  await insertTemplates(
    db,
    shipped.map((one) => ({ ...one, ...rest })),
  )
}
