import { insertProcedure } from '../../db/procedures'
import type { Db } from '../../db/schema'

const createdAt = '2026-01-01T00:00:00.000Z'
const civil = ['khai sinh', 'khai tử', 'kết hôn', 'giám hộ', 'lại khai sinh', 'lại kết hôn', 'nhận cha, mẹ, con']
const others = [
  'Cấp bản sao trích lục hộ tịch',
  'Xác nhận tình trạng hôn nhân',
  'Chứng thực bản sao',
  'Chứng thực chữ ký',
]

/** A small catalogue: `Đăng ký khai sinh` (1.000001) and others, the first seven of Hộ tịch; more than fit a list. */
export async function insertCatalogue(db: Db, count = 15): Promise<void> {
  const names = [...civil.map((name) => `Đăng ký ${name}`), ...others]
  for (let i = 0; i < count; i++) {
    const code = `1.${String(i + 1).padStart(6, '0')}`
    const field = i < civil.length ? 'Hộ tịch' : 'Chứng thực'
    await insertProcedure(db, { code, name: names[i] ?? `Thủ tục số ${i + 1}`, field, closedAt: null, createdAt })
  }
}
