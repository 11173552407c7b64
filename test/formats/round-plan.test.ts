import { expect, it } from 'vitest'
import type { RoundPlan } from '../../server/domain/round-plan'
import { roundPlanDocx } from '../../server/formats/round-plan'
import { unzip } from '../../server/formats/zip'
import { bytesOf } from './sample'

const plan: RoundPlan = {
  office: 'Sở Giáo dục và Đào tạo',
  above: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
  title: 'Khảo sát sự hài lòng quý III năm 2026',
  fromOn: '2026-07-01',
  toOn: '2026-09-14',
  note: 'Thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh & Sở Nội vụ;',
  survey: {
    title: 'Phiếu lấy ý kiến về sự hài lòng',
    version: 2,
    source: 'Bộ 24 tiêu chí.',
    minutes: 4,
    criteria: 24,
    levels: ['Rất không hài lòng', 'Rất hài lòng'],
    dimensions: [{ name: 'Tiếp cận dịch vụ', criteria: 4 }],
    optional: 3,
  },
  offices: [
    { name: 'Văn phòng Sở', depth: 0, population: 5000, target: 371 },
    { name: 'Trường THPT Bình An', depth: 1, population: 200, target: 134 },
  ],
}

const textOf = (xml: string) =>
  xml
    .split('</w:p>')
    .map((p) => [...p.matchAll(/<w:t[ >][^<]*/g)].map(([t]) => t.replace(/<w:t[^>]*>/, '')).join(''))
    .join('\n')
    .replaceAll('&amp;', '&')

it('the plan has the form of an administrative document, with formula, table and blanks to fill in', async () => {
  const parts = unzip(await bytesOf(roundPlanDocx(plan)))
  const xml = parts.find(({ path }) => path === 'word/document.xml')?.text ?? ''
  const text = textOf(xml)
  let at = 0
  for (const part of [
    'ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI',
    'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'KẾ HOẠCH',
    'Khảo sát sự hài lòng quý III năm 2026',
    'của Ủy ban nhân dân tỉnh & Sở Nội vụ, Sở Giáo dục và Đào tạo ban hành Kế hoạch khảo sát',
    'I. MỤC ĐÍCH, YÊU CẦU',
    'II. ĐỐI TƯỢNG, PHẠM VI',
    'III. NỘI DUNG, PHIẾU KHẢO SÁT',
    'bản 2, gồm 24 câu hỏi',
    'IV. PHƯƠNG PHÁP, CỠ MẪU',
    'n = N / (1 + N × e²)',
    'tổng số phiếu cần thu: 505',
    'V. THỜI GIAN',
    'từ ngày 01/07/2026 đến hết ngày 14/09/2026',
    'VI. PHÂN BỔ MẪU THEO ĐƠN VỊ',
    'Văn phòng Sở',
    '5.000',
    '371',
    'Trường THPT Bình An',
    '134',
    'Tổng cộng',
    '5.200',
    'VII. TỔ CHỨC THỰC HIỆN',
    './.',
    'Nơi nhận:',
    '[CHỨC VỤ NGƯỜI KÝ]',
  ]) {
    const found = text.indexOf(part, at)
    expect(found, part).toBeGreaterThanOrEqual(at)
    at = found + part.length
  }
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
  expect(xml).toContain('w:left="1700"')
  expect(text).toBe(text.normalize('NFC'))
})

it('equal plans give equal bytes', async () => {
  expect(await bytesOf(roundPlanDocx(plan))).toEqual(await bytesOf(roundPlanDocx(plan)))
})
