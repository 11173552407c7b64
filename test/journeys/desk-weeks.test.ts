import { expect, it } from 'vitest'
import { makeDocument } from '../../server/document'
import { answerSipas } from '../support/answers'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { signInAs } from '../support/staff'

const results = '/can-bo/ket-qua'
const on = (submittedOn: string) => ({ submittedOn })

describeEngines('the desk sees weeks together', ({ open }) => {
  it('a week with few answers is never the difference of two ranges, also not in a file', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 20, 5, on('2026-02-10'))
    await answerSipas(app, 2, 1, on('2026-02-17'))
    await answerSipas(app, 9, 5, on('2026-02-24'))
    const clerk = await signInAs(app, 'intake')
    const seen = async (from: string, to: string) => {
      const { text } = await clerk.open(`${results}?from=${from}&to=${to}`)
      return text.match(/Số phiếu hợp lệ (\d+)/)?.[1] ?? text.match(/chưa có số liệu xem được/)?.[0]
    }
    expect(await seen('2026-02-09', '2026-02-15')).toBe('20')
    expect(await seen('2026-02-09', '2026-02-22')).toBe('20')
    expect(clerk.page.text).toContain('từ 09/02/2026 đến 15/02/2026')
    expect(clerk.page.text).toContain('tuần có dưới 5 phiếu được gộp với các tuần sau')
    expect(await seen('2026-02-09', '2026-03-01')).toBe('31')
    expect(clerk.page.text).not.toContain('Kênh trả lời')
    expect(await seen('2026-02-16', '2026-02-22')).toBe('chưa có số liệu xem được')

    const parameters = { from: '2026-02-09', to: '2026-02-22' }
    const request = { kind: 'report', name: 'satisfaction', format: 'json', today: '2026-03-10', parameters } as const
    const textOf = async (wholeWeeks: boolean) => {
      const made = await makeDocument(app.deps.connection, { ...request, wholeWeeks })
      if (!made.ok) throw new Error(made.error)
      const parts: Uint8Array[] = []
      for await (const part of made.chunks) parts.push(part)
      return Buffer.concat(parts).toString()
    }
    expect(JSON.parse(await textOf(true)).parameters).toMatchObject({ from: '2026-02-09', to: '2026-02-15' })
    expect(JSON.parse(await textOf(false)).parameters).toMatchObject({ from: '2026-02-09', to: '2026-02-22' })
  })

  it('a question that few of a week answered stays hidden, and so it does in longer ranges', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 20, 5, on('2026-02-10'))
    await answerSipas(app, 9, 4, { ...on('2026-02-17'), answers: `-${'4'.repeat(23)}` })
    await answerSipas(app, 2, 1, on('2026-02-18'))
    const clerk = await signInAs(app, 'intake')
    const used = async (to: string) =>
      (await clerk.open(`${results}?from=2026-02-09&to=${to}`)).text.match(/\d+\/24/)?.[0]
    expect(await used('2026-02-15')).not.toBe('23/24')
    expect(await used('2026-02-22')).toBe('23/24')
    const leader = await signInAs(app, 'viewer')
    await leader.open(`${results}?from=2026-02-09&to=2026-02-22`)
    expect(leader.page.text).not.toContain('23/24')
  })

  it('a closed period is for the desk once it is public', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 20, 5, on('2026-02-10'))
    const head = await signInAs(app, 'approver')
    const { code } = await app.deps.db.selectFrom('office').select('code').executeTakeFirstOrThrow()
    const page = `/can-bo/ky-bao-cao/${code}/2026-02`
    const clerk = await signInAs(app, 'intake')
    for (const step of ['chot', 'duyet']) {
      await head.open(`${page}/${step}`)
      await head.send(`${page}/${step}`)
      expect((await clerk.open(page)).text).not.toContain('Số liệu khi chốt')
    }
    await head.open(`${page}/cong-bo`)
    await head.send(`${page}/cong-bo`)
    expect((await clerk.open(page)).text).toContain('Số liệu khi chốt')
  })
})
