import type { Report, Row } from '../../server/domain/report'

export const rows: Row[] = [
  {
    key: '1.1',
    label: 'Trụ sở sạch, "gọn"; dễ thấy',
    counts: [1, 0, 2, 10, 1204],
    rate: 90.64,
    on: '2026-03-01',
    kind: 'criterion',
  },
  { key: '1.2', label: '=1+1', counts: [0, 0, 0, 0, 0], rate: null, on: null, kind: 'criterion' },
  { key: 'overall', label: '-5 điểm\nhai dòng, <b> & "c"', counts: null, rate: 100, on: '2026-12-31', kind: 'overall' },
  { key: '@SUM(A1)', label: '+84 912 345 678', counts: [5, 4, 3, 2, 1], rate: 0, on: '2024-02-29', kind: 'dimension' },
]

export function sampleReport(of: Report['rows'] = rows): Report {
  return {
    report: 'sample',
    title: 'Mức độ hài lòng: quý I/2026 [bản thử]',
    parameters: { from: '2026-01-01', to: '2026-03-31', office: null, public: false },
    columns: [
      { key: 'key', label: 'Khóa' },
      { key: 'label', label: 'Tiêu chí' },
      { key: 'counts', label: 'Số theo mức', unit: 'count', each: ['Mức 1', 'Mức 2', 'Mức 3', 'Mức 4', 'Mức 5'] },
      { key: 'rate', label: 'Tỷ lệ hài lòng', unit: 'percent' },
      { key: 'on', label: 'Ngày', unit: 'date' },
      { key: 'kind', label: 'Loại', words: { criterion: 'Tiêu chí', dimension: 'Yếu tố', overall: 'Chung' } },
    ],
    rows: of,
    notes: ['Số liệu do cơ quan tự khảo sát.'],
  }
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}
