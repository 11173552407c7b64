import type { DayLine } from '../../server/domain/calendar'
import type { DueMove } from '../../server/domain/calendar-impact'
import { entrySource, weekdayAndDay } from './calendar'
import { dayLineWords } from './due'
import { formatDay } from './format'

/** Words of `hailong calendar`. */
export const calendarCommandWords = {
  usage: 'import TỆP [--dry-run] | due NGÀY SỐ_NGÀY [--office MÃ] [--explain]',
  about:
    'Nhập lịch nghỉ, làm bù từ tệp JSON, CSV hoặc XLSX; hoặc in ngày đến hạn sau một số ngày làm việc (--explain: kèm từng ngày).',
  howTo:
    'Cách dùng: calendar import TỆP [--dry-run], hoặc calendar due NGÀY SỐ_NGÀY [--office MÃ] [--explain]. Ví dụ: calendar due 2026-11-20 15',
  unreadable: (file: string, missing: boolean, reason: string) =>
    `${file}: ${missing ? 'không có tệp này.' : `không đọc được tệp: ${reason}`}`,
  summary: (years: readonly string[]) => `Nhập lịch năm ${years.join(', ')} từ tệp`,
  faults: (total: number) => `Tệp có lỗi, lịch giữ nguyên. Có ${total} lỗi.`,
  same: (kept: number) => `Lịch đã có đủ ${kept} mục của tệp, không có gì thay đổi.`,
  beside: (days: readonly string[]) => `Ngày đã có trong lịch với nội dung khác: ${days.map(formatDay).join(', ')}.`,
  conflict: 'Lịch vừa được người khác sửa. Xin chạy lại lệnh.',
  move: ({ code, before, after }: DueMove) => `${code}: hạn trả lời ${formatDay(before)} → ${formatDay(after)}`,
  imported: (
    { added, removed, kept }: { added: number; removed: number; kept: number },
    moves: number,
    dryRun: boolean,
  ) =>
    `${dryRun ? 'Sẽ thêm' : 'Đã thêm'} ${added} mục, bỏ ${removed} mục, giữ ${kept} mục. ${moves} phiếu đang xử lý đổi hạn.`,
  notADay: (text: string) => `"${text}" không phải ngày. Xin ghi như 2026-11-20 hoặc 20/11/2026.`,
  notACount: (text: string, most: number) => `"${text}" không phải số ngày làm việc. Xin ghi số từ 0 đến ${most}.`,
  noOffice: (code: string) => `Không có đơn vị mang mã "${code}".`,
  start: (day: string) => `${day}  ${weekdayAndDay(day)}: ngày nhận, không tính`,
  line: (line: DayLine) =>
    `${line.day}  ${weekdayAndDay(line.day)}: ${dayLineWords(line, 'staff')}${line.entry ? ` [${entrySource(line.entry)}]` : ''}`,
  version: (number: number) => `Lịch phiên bản ${number}.`,
}
