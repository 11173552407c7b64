import type { CalendarEntry, Confidence } from '../../server/domain/calendar-entries'

/** Days off and swapped days of 2024–2027 with the documents that announced them; version 1 of the calendar. */
export const holidays: readonly CalendarEntry[] = [
  holiday('2024-01-01', '2024-01-01', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm a'),
  holiday(
    '2024-02-08',
    '2024-02-14',
    'Tết Nguyên đán Giáp Thìn (lễ 08–12/02, nghỉ bù 13–14/02 cho hai ngày 10–11/02 trùng thứ Bảy, Chủ nhật; mùng 1 = 10/02)',
    'Thông báo 5015/TB-LĐTBXH (2023)',
  ),
  holiday(
    '2024-04-18',
    '2024-04-18',
    'Giỗ Tổ Hùng Vương (10/3 âm lịch)',
    'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm e',
  ),
  ...swap('2024-04-29', '2024-05-04', 'Thông báo 1570/TB-LĐTBXH (4/2024)'),
  holiday('2024-04-30', '2024-04-30', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm c'),
  holiday('2024-05-01', '2024-05-01', 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm d'),
  holiday('2024-09-02', '2024-09-03', 'Quốc khánh (02/9 và 01 ngày liền kề sau)', 'Thông báo 5015/TB-LĐTBXH (2023)'),
  holiday('2025-01-01', '2025-01-01', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm a'),
  holiday(
    '2025-01-27',
    '2025-01-31',
    'Tết Nguyên đán Ất Tỵ (mùng 1 = 29/01; kỳ nghỉ liền 25/01–02/02)',
    'Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024',
  ),
  holiday(
    '2025-04-07',
    '2025-04-07',
    'Giỗ Tổ Hùng Vương (10/3 âm lịch)',
    'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm e',
  ),
  holiday('2025-04-30', '2025-04-30', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm c'),
  holiday('2025-05-01', '2025-05-01', 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm d'),
  ...swap('2025-05-02', '2025-04-26', 'Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024'),
  holiday(
    '2025-09-01',
    '2025-09-02',
    'Quốc khánh (02/9 và 01 ngày liền kề trước; kỳ nghỉ liền 30/8–02/9)',
    'Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024',
  ),
  holiday('2026-01-01', '2026-01-01', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm a'),
  ...swap('2026-01-02', '2026-01-10', 'Công văn 12729/VPCP-KGVX'),
  holiday(
    '2026-02-16',
    '2026-02-20',
    'Tết Nguyên đán Bính Ngọ (mùng 1 = 17/02; kỳ nghỉ liền 14–22/02)',
    'Thông báo 9441/TB-BNV ngày 16/10/2025; Công văn 9859/VPCP-KGVX ngày 13/10/2025; Công văn 6620/UBND-VX Lai Châu 24/10/2025',
  ),
  holiday(
    '2026-04-26',
    '2026-04-26',
    'Giỗ Tổ Hùng Vương (10/3 âm lịch, trùng Chủ nhật)',
    'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm e; Công văn 3383/BNV-CVL ngày 10/4/2026',
  ),
  holiday(
    '2026-04-27',
    '2026-04-27',
    'Nghỉ bù Giỗ Tổ Hùng Vương (thứ Hai)',
    'Bộ luật Lao động 2019, Điều 111 khoản 3; Công văn 3383/BNV-CVL ngày 10/4/2026',
  ),
  holiday(
    '2026-04-30',
    '2026-04-30',
    'Ngày Chiến thắng',
    'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm c; Công văn 3383/BNV-CVL (không hoán đổi)',
  ),
  holiday(
    '2026-05-01',
    '2026-05-01',
    'Ngày Quốc tế lao động',
    'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm d; Công văn 3383/BNV-CVL (không hoán đổi)',
  ),
  ...swap('2026-08-31', '2026-08-22', 'Thông báo 9441/TB-BNV; Công văn 6620/UBND-VX Lai Châu'),
  holiday(
    '2026-09-01',
    '2026-09-02',
    'Quốc khánh (02/9 và 01 ngày liền kề trước; kỳ nghỉ liền 29/8–02/9)',
    'Thông báo 9441/TB-BNV; Công văn 6620/UBND-VX Lai Châu',
  ),
  holiday(
    '2026-11-24',
    '2026-11-24',
    'Ngày Văn hóa Việt Nam (năm đầu tiên; không hoán đổi 23/11–28/11)',
    'Nghị quyết 28/2026/QH16 ngày 24/4/2026 (hiệu lực 01/7/2026); Công văn 10065/VPCP-KGVX ngày 02/10/2026',
  ),
  holiday('2027-01-01', '2027-01-01', 'Tết Dương lịch (thứ Sáu)', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm a'),
  holiday(
    '2027-02-04',
    '2027-02-10',
    'Tết Nguyên đán Đinh Mùi (lễ 04–08/02, nghỉ bù 09–10/02 cho hai ngày 06–07/02; mùng 1 = 06/02)',
    'Công văn 10065/VPCP-KGVX ngày 02/10/2026',
  ),
  holiday(
    '2027-04-16',
    '2027-04-16',
    'Giỗ Tổ Hùng Vương (10/3 âm lịch, thứ Sáu)',
    'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm e; tính theo âm lịch Việt Nam (UTC+7)',
    'expected',
  ),
  holiday('2027-04-30', '2027-04-30', 'Ngày Chiến thắng (thứ Sáu)', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm c'),
  holiday(
    '2027-05-01',
    '2027-05-01',
    'Ngày Quốc tế lao động (thứ Bảy)',
    'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm d',
  ),
  holiday(
    '2027-05-03',
    '2027-05-03',
    'Nghỉ bù Ngày Quốc tế lao động (thứ Hai)',
    'Bộ luật Lao động 2019, Điều 111 khoản 3; chưa có thông báo riêng',
    'expected',
  ),
  holiday(
    '2027-09-02',
    '2027-09-03',
    'Quốc khánh (02/9 và 01 ngày liền kề sau; kỳ nghỉ liền 02–05/9, không hoán đổi)',
    'Công văn 10065/VPCP-KGVX ngày 02/10/2026',
  ),
  holiday('2027-11-24', '2027-11-24', 'Ngày Văn hóa Việt Nam (thứ Tư)', 'Nghị quyết 28/2026/QH16'),
]

function holiday(
  from: string,
  to: string,
  name: string,
  source: string,
  confidence: Confidence = 'published',
): CalendarEntry {
  return { from, to, kind: 'holiday', name, pair: null, confidence, source, officeCode: null }
}

/** A working day that is off, and the Saturday that is worked for it. */
function swap(off: string, work: string, source: string): CalendarEntry[] {
  const rest = { confidence: 'published' as const, source, officeCode: null }
  return [
    { from: off, to: off, kind: 'swap_off', name: `Nghỉ hoán đổi, làm bù ${day(work)}`, pair: work, ...rest },
    { from: work, to: work, kind: 'swap_work', name: `Làm bù cho ngày ${day(off)}`, pair: off, ...rest },
  ]
}

function day(text: string): string {
  return text.split('-').reverse().join('/')
}
