import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hailong } from '../support/command'
import { describeEngines } from '../support/database'

const holiday = (from: string, more: object = {}) => ({
  from,
  to: from,
  kind: 'holiday',
  name: 'Lễ',
  source: '1/TB',
  ...more,
})

describeEngines('hailong calendar', (engine) => {
  async function terminal() {
    const place = await engine.place()
    const run = async (...args: string[]) => {
      const { code, out, said } = await hailong(place, 'calendar', ...args)
      return { code, out: out.toString(), said }
    }
    const take = async (content: unknown, ...args: string[]) => {
      const file = join(place.dataDir, 'lich.txt')
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 1))
      return run('import', file, ...args)
    }
    return { run, take }
  }

  it('prints the due date alone, and each day when asked', async () => {
    const { run } = await terminal()
    expect(await run('due', '2026-11-20', '15')).toEqual({ code: 0, out: '2026-12-14\n', said: '' })
    expect((await run('due', '13/02/2026', '2', '--office', 'CQ')).out).toBe('2026-02-24\n')
    expect((await run('due', '2026-02-14', '0')).out).toBe('2026-02-23\n')
    const { out } = await run('due', '2026-08-20', '3', '--explain')
    expect(out.split('\n').slice(0, 6)).toEqual([
      '2026-08-24',
      '2026-08-20  thứ Năm 20/08: ngày nhận, không tính',
      '2026-08-21  thứ Sáu 21/08: ngày làm việc thứ 1',
      expect.stringContaining(
        '2026-08-22  thứ Bảy 22/08: ngày làm bù, có tính: ngày làm việc thứ 2 [Thông báo 9441/TB-BNV',
      ),
      '2026-08-23  Chủ nhật 23/08: không tính, ngày nghỉ hằng tuần',
      '2026-08-24  thứ Hai 24/08: ngày làm việc thứ 3',
    ])
    for (const args of [['due', '2026-02-30', '2'], ['due', '2026-02-03', 'x'], ['due', '2026-02-03'], ['stones'], []])
      expect((await run(...args)).code).toBe(2)
    const unknown = await run('due', '2026-02-03', '2', '--office', 'X')
    expect([unknown.code, unknown.out]).toEqual([1, ''])
  })

  it('takes a calendar of other years, all or nothing, and a dry run changes nothing', async () => {
    const { run, take } = await terminal()
    const file = { 2028: [holiday('2028-01-25', { to: '2028-01-31' }), holiday('2028-04-04')] }
    const tried = await take(file, '--dry-run')
    expect([tried.code, tried.out]).toEqual([0, 'Sẽ thêm 2 mục, bỏ 0 mục, giữ 0 mục. 0 phiếu đang xử lý đổi hạn.\n'])
    // Computed: 24 to 28 January.
    expect((await run('due', '2028-01-21', '1')).out).toBe('2028-01-31\n')
    expect((await take(file)).out).toContain('Đã thêm 2 mục')
    expect((await run('due', '2028-01-21', '1')).out).toBe('2028-01-24\n')
    expect((await run('due', '2028-01-24', '1')).out).toBe('2028-02-01\n')
    expect((await take(file)).out).toContain('không có gì thay đổi')
    const csv = 'Từ ngày;Đến ngày;Loại;Tên;Căn cứ\n26/01/2028;27/01/2028;Nghỉ lễ, Tết;Tết;2/TB\n'
    expect((await take(csv)).out).toContain('Đã thêm 1 mục, bỏ 2 mục')
    expect((await run('due', '2028-01-27', '1')).out).toBe('2028-01-28\n')
  })

  it('says what is wrong with line, column, value and what was expected, and changes nothing', async () => {
    const { run, take } = await terminal()
    const refused = await take({
      2028: [
        holiday('2028-02-30'),
        holiday('2029-01-02'),
        holiday('2028-05-10', { kind: 'day off' }),
        holiday('2028-05-11', { source: '' }),
        holiday('2028-05-12', { colour: 'red' }),
      ],
    })
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.said).toMatch(/lich\.txt: Dòng 3, cột “from”: “2028-02-30” không phải ngày/)
    expect(refused.said).toContain('Dòng 10, cột “from”: Ngày 02/01/2029 không thuộc năm 2028.')
    expect(refused.said).toContain('cột “kind”: Không có lựa chọn “day off”. Các lựa chọn: Nghỉ lễ, Tết; Nghỉ hoán đổi')
    expect(refused.said).toContain('cột “source”: Ô để trống')
    expect(refused.said).toContain('cột “colour”: Không biết cột này.')
    const swap = { kind: 'swap_off', pair: '2028-05-13' }
    const rules = await take({
      2028: [
        holiday('2028-05-10', swap),
        holiday('2028-05-16', { to: '2028-05-15' }),
        holiday('2028-05-20', { kind: 'swap_work', pair: '2028-05-10' }),
        holiday('2028-06-01'),
        holiday('2028-06-01'),
        holiday('2028-06-02', { office: 'X' }),
      ],
    })
    for (const sentence of [
      'cột “pair”: Không thấy ngày hoán đổi tương ứng 13/05/2028',
      'cột “to”: Ngày cuối 2028-05-15 đứng trước ngày đầu',
      'cột “from”: Ngày 01/06/2028 đã có trong lịch',
      'cột “office”: Không có đơn vị “X”',
    ])
      expect(rules.said).toContain(sentence)
    expect((await take('{"2028": [{]}')).said).toMatch(/Dòng 1: Tệp JSON sai cú pháp/)
    for (const content of ['[]', '{}', '', '{"2028": 3}', 'a,b\n1,2\n']) expect((await take(content)).code).toBe(1)
    expect((await run('due', '2028-05-09', '1')).out).toBe('2028-05-10\n')
    expect((await run('import', '/nowhere.json')).code).toBe(2)
  })
})
