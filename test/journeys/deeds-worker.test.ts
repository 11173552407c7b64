import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { visitorOf } from '../support/browserless'
import { startProduct } from '../support/product'
import { password } from '../support/staff'
import type { Visitor } from '../support/visitor'

it('a backup, its check and the check of integrity run beside answers that go on arriving', {
  timeout: 120_000,
}, async () => {
  const product = await startProduct({ TRAINING_PORT: 'off', RATE_LIMITS: 'off' })
  onTestFinished(() => product.stop())
  const setup = new URL(product.setup)
  const person = visitorOf(setup.origin)
  await person.open(setup.pathname)
  await person.send('/can-bo/thiet-lap', { name: 'Lê Thị Hoa', login: 'hoa.lt', password, repeat: password })
  let going = true
  const answers = (async () => {
    let kept = 0
    for (; going; kept++) {
      const sent = await fetch(`${product.survey}/gui`, { method: 'POST', body: '1.1=4', redirect: 'manual', headers })
      expect(sent.status).toBe(303)
    }
    return kept
  })()

  await person.open('/can-bo/sao-luu')
  await person.send('/can-bo/sao-luu')
  expect(await ended(person)).toContain('Đã xong Đã sao lưu vào manual.')
  const [name = ''] = await readdir(join(product.dataDir, 'backups'))
  await person.open(`/can-bo/sao-luu/${name}`)
  await person.send(`/can-bo/sao-luu/${name}/kiem-tra`)
  expect(await ended(person)).toContain('Bản sao còn nguyên vẹn')
  await person.open('/can-bo/he-thong')
  await person.send('/can-bo/he-thong/doi-chieu')
  expect(await ended(person)).toContain('tất cả đều khớp')
  going = false
  const kept = await answers
  expect(product.countResponses()).toBe(kept)
})

const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }

async function ended(person: Visitor): Promise<string> {
  const { url } = person.page
  for (let i = 0; i < 1200 && person.page.text.includes('Đang chạy'); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    await person.open(url)
  }
  return person.page.text
}
