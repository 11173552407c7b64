import type { EndProblem } from '../../server/actions/office-ends'
import type { OfficeField, OfficeProblem } from '../../server/actions/offices'
import { formatCount } from './format'
import { officeWords } from './offices'

const refusedTexts: Partial<Record<OfficeField, string>> = {
  name: 'Xin ghi tên đơn vị, không quá 160 ký tự.',
  kind: 'Xin chọn loại đơn vị.',
  address: 'Địa chỉ không quá 200 ký tự.',
  phone: 'Số điện thoại không quá 40 ký tự.',
  agencyId:
    'Mã định danh gồm một chữ từ A đến Y, hai số, rồi các nhóm chữ in hoa hoặc số cách nhau bằng dấu chấm. Ví dụ: H13.02.05.',
  validFrom: 'Ngày chưa đúng. Xin chọn lại ngày.',
  renamedOn: 'Ngày dùng tên mới chưa đúng hoặc sau hôm nay. Tên mới đã dùng thì mới ghi vào hệ thống.',
}

type NameOf = (code: string) => string

/** Why a field of an office was refused and what to do. */
export function officeProblem(problem: OfficeProblem, nameOf: NameOf): string {
  switch (problem.fault) {
    case 'refused':
      return refusedTexts[problem.field] ?? 'Xin xem lại mục này.'
    case 'code-proposed':
      return problem.suggestion === null
        ? 'Xin ghi mã đơn vị.'
        : `Mã đề nghị theo tên: ${problem.suggestion}. Đồng ý thì bấm “Dùng mã ${problem.suggestion}”, hoặc ghi mã khác.`
    case 'bad-code':
      return `Mã chỉ gồm chữ in hoa không dấu, số, dấu - . _, từ 2 đến 20 ký tự, không có khoảng trắng.${problem.suggestion === null ? '' : ` Mã đúng gần nhất: ${problem.suggestion}.`}`
    case 'duplicate-code':
      return `Mã ${problem.code} đã dùng cho ${nameOf(problem.code)}. Xin chọn mã khác.`
    case 'not-an-office':
      return `Không tìm thấy đơn vị “${problem.value}” trong phạm vi được giao. Xin ghi đúng mã hoặc tên đầy đủ.`
    case 'closed-parent':
      return `${nameOf(problem.value)} đã đóng hoặc chưa hoạt động. Xin chọn đơn vị khác.`
    default:
      return treeFault(problem, nameOf)
  }
}

type TreeFault = Extract<EndProblem, { problem: 'tree' }>['fault']

function treeFault(fault: TreeFault, nameOf: NameOf): string {
  switch (fault.fault) {
    case 'cycle':
      return `Các đơn vị thuộc lẫn nhau thành vòng: ${fault.path.map(nameOf).join(' → ')}. Xin chọn đơn vị cấp trên khác.`
    case 'successor-cycle':
      return `Các đơn vị tiếp tục lẫn nhau thành vòng: ${fault.path.map(nameOf).join(' → ')}. Xin chọn đơn vị khác.`
    case 'outside-part':
      return 'Như vậy đơn vị ra ngoài phạm vi được giao quản lý. Xin chọn đơn vị trong phạm vi của mình.'
    case 'open-under-closed':
      return `Đơn vị cấp trên (${nameOf(fault.value)}) đã đóng. Xin chọn cấp trên đang hoạt động trước.`
    case 'ends-before-start':
      return 'Ngày bắt đầu hoạt động ở sau ngày cuối. Xin xem lại hai ngày.'
    case 'own-successor':
      return 'Đơn vị không thể tiếp tục công việc của chính mình. Xin chọn đơn vị khác.'
    case 'own-guide':
      return 'Đơn vị không thể tự hướng dẫn chuyên môn cho mình. Xin chọn đơn vị khác hoặc để trống.'
    case 'successor-without-end':
      return 'Đơn vị đang hoạt động thì chưa có đơn vị tiếp tục. Xin ghi ngày cuối trước.'
    case 'unknown-parent':
    case 'unknown-successor':
    case 'unknown-guide':
      return `Không có đơn vị mã ${fault.value}.`
    case 'bad-agency-id':
      return refusedTexts.agencyId ?? ''
    case 'bad-valid-from':
    case 'bad-valid-to':
      return refusedTexts.validFrom ?? ''
    case 'bad-code':
    case 'duplicate-code':
      return 'Mã đơn vị chưa đúng hoặc đã dùng.'
  }
}

/** Why an office cannot be closed, merged or opened again, and what to do. */
export function endProblem(problem: EndProblem, nameOf: NameOf): string {
  switch (problem.problem) {
    case 'bad-day':
      return 'Xin chọn ngày hoạt động cuối cùng.'
    case 'after-today':
      return 'Ngày cuối không được sau hôm nay. Đến ngày đó, hoặc sau đó, hãy thực hiện.'
    case 'before-start':
      return 'Ngày cuối ở trước ngày đơn vị bắt đầu hoạt động. Xin xem lại.'
    case 'unknown-successor':
      return 'Xin chọn đơn vị khác, đang hoạt động và trong phạm vi được giao.'
    case 'closed-successor':
      return 'Đơn vị được chọn đã đóng hoặc chưa hoạt động. Xin chọn đơn vị đang hoạt động.'
    case 'already-closed':
      return 'Đơn vị này đã đóng rồi.'
    case 'not-closed':
      return 'Đơn vị này đang hoạt động.'
    case 'own-top':
      return officeWords.ownTop
    case 'still-open':
      return stillOpen(problem.children, problem.points)
    case 'tree':
      return treeFault(problem.fault, nameOf)
  }
}

function stillOpen(children: number, points: number): string {
  const parts = [
    children > 0 ? `${formatCount(children)} đơn vị trực thuộc đang hoạt động` : '',
    points > 0 ? `${formatCount(points)} điểm khảo sát đang mở` : '',
  ].filter((part) => part !== '')
  return `Đơn vị còn ${parts.join(' và ')}. Xin đóng hoặc chuyển đi trước, hay dùng “Sáp nhập” để chuyển tất cả một lần.`
}
