import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { connect } from '../../db/connect'
import { hasWaiting } from '../../db/log'
import { responseWriter } from '../../db/responses'
import { hailong } from '../support/command'
import { describeEngines } from '../support/database'
import { newResponse } from '../support/responses'

describeEngines('hailong import responses', (engine) => {
  async function terminal() {
    const place = await engine.place()
    const { code } = JSON.parse((await hailong(place, 'points')).out.toString().split('\n')[0] ?? '')
    const file = join(place.dataDir, 'cũ.csv')
    const run = async (rows: string[], ...args: string[]) => {
      await writeFile(file, `point,submittedAt,1.1\n${rows.map((row) => `${code},${row}\n`).join('')}`)
      return hailong(place, 'import', 'responses', file, ...args)
    }
    const standings = async () => {
      const connection = await connect(place)
      const rows = await connection.db.selectFrom('tallyDay').select('standing').orderBy('standing').execute()
      await connection.close()
      return rows.map((row) => row.standing)
    }
    return { place, code, run, standings }
  }

  it('imports, and the figures are there at once', async () => {
    const { run, standings } = await terminal()
    const rows = ['2026-03-05,5', '2026-03-05,']
    const tail = 'Trắng: 1; Trả lời dưới một nửa số câu: 1.\n'
    const tried = await run(rows, '--dry-run')
    expect([tried.code, tried.out.toString(), tried.said]).toEqual([
      0,
      `2 phiếu (05/03/2026): sẽ thêm 2, đã có từ trước 0. ${tail}`,
      '',
    ])
    expect(await standings()).toEqual([])
    expect((await run(rows)).out.toString()).toBe(`2 phiếu (05/03/2026): đã thêm 2, đã có từ trước 0. ${tail}`)
    expect((await run(rows)).out.toString()).toBe(`2 phiếu (05/03/2026): đã thêm 0, đã có từ trước 2. ${tail}`)
    expect(await standings()).toEqual(['blank', 'under-half'])
  })

  it('says on stderr what is wrong and keeps stdout empty', async () => {
    const { place, run, standings } = await terminal()
    const refused = await run(['2026-03-05,5', '2026-03-05,9'])
    expect(refused.code).toBe(1)
    expect(refused.out).toHaveLength(0)
    expect(refused.said).toMatch(/cũ\.csv: Dòng 3, cột “1\.1”: “9” không phải mức trả lời/)
    expect(refused.said).toContain('Tệp có lỗi, chưa nhập dòng nào. Có 1 lỗi.')
    expect(await standings()).toEqual([])
    for (const args of [['responses', '/nowhere.csv'], ['responses'], ['stones', 'x']])
      expect((await hailong(place, 'import', ...args)).code).not.toBe(0)
  })

  it('takes waiting answers into the log first, whatever the file says; a dry run leaves them waiting', async () => {
    const { place, code, run } = await terminal()
    const connection = await connect(place)
    onTestFinished(() => connection.close())
    const answer = newResponse({ office: 'CQ', point: code, version: 'sipas-24@1', answers: '5'.repeat(24) })
    await responseWriter(connection)([answer])
    await run(['2026-03-05,9'], '--dry-run')
    expect(await hasWaiting(connection.db)).toBe(true)
    await run(['2026-03-05,9'])
    expect(await hasWaiting(connection.db)).toBe(false)
  })
})
