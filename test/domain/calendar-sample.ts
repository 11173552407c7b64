import type { CalendarEntry } from '../../server/domain/calendar'

const entry = (from: string, to: string, kind: CalendarEntry['kind'], pair: string | null = null): CalendarEntry => ({
  ...{ from, to, kind, pair, name: `${kind} ${from}`, confidence: 'published', source: 'test', officeCode: null },
})

/** The days off and swapped days of 2024–2027 as they were announced. */
export const announced: readonly CalendarEntry[] = [
  entry('2024-01-01', '2024-01-01', 'holiday'),
  entry('2024-02-08', '2024-02-14', 'holiday'),
  entry('2024-04-18', '2024-04-18', 'holiday'),
  entry('2024-04-29', '2024-04-29', 'swap_off', '2024-05-04'),
  entry('2024-04-30', '2024-04-30', 'holiday'),
  entry('2024-05-01', '2024-05-01', 'holiday'),
  entry('2024-05-04', '2024-05-04', 'swap_work', '2024-04-29'),
  entry('2024-09-02', '2024-09-03', 'holiday'),
  entry('2025-01-01', '2025-01-01', 'holiday'),
  entry('2025-01-27', '2025-01-31', 'holiday'),
  entry('2025-04-07', '2025-04-07', 'holiday'),
  entry('2025-04-26', '2025-04-26', 'swap_work', '2025-05-02'),
  entry('2025-04-30', '2025-04-30', 'holiday'),
  entry('2025-05-01', '2025-05-01', 'holiday'),
  entry('2025-05-02', '2025-05-02', 'swap_off', '2025-04-26'),
  entry('2025-09-01', '2025-09-02', 'holiday'),
  entry('2026-01-01', '2026-01-01', 'holiday'),
  entry('2026-01-02', '2026-01-02', 'swap_off', '2026-01-10'),
  entry('2026-01-10', '2026-01-10', 'swap_work', '2026-01-02'),
  entry('2026-02-16', '2026-02-20', 'holiday'),
  entry('2026-04-26', '2026-04-27', 'holiday'),
  entry('2026-04-30', '2026-04-30', 'holiday'),
  entry('2026-05-01', '2026-05-01', 'holiday'),
  entry('2026-08-22', '2026-08-22', 'swap_work', '2026-08-31'),
  entry('2026-08-31', '2026-08-31', 'swap_off', '2026-08-22'),
  entry('2026-09-01', '2026-09-02', 'holiday'),
  entry('2026-11-24', '2026-11-24', 'holiday'),
  entry('2027-01-01', '2027-01-01', 'holiday'),
  entry('2027-02-04', '2027-02-10', 'holiday'),
  entry('2027-04-16', '2027-04-16', 'holiday'),
  entry('2027-04-30', '2027-04-30', 'holiday'),
  entry('2027-05-01', '2027-05-01', 'holiday'),
  entry('2027-05-03', '2027-05-03', 'holiday'),
  entry('2027-09-02', '2027-09-03', 'holiday'),
  entry('2027-11-24', '2027-11-24', 'holiday'),
]
