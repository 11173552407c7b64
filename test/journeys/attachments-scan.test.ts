import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { takeAttachment } from '../../server/store/attachments'
import { scanForVirus } from '../../server/store/attachments-scan'
import { smallPdf } from '../support/attachments'
import { temporaryFolder } from '../support/database'

const scanner = `
let text = ''
process.stdin.on('data', (chunk) => { text += chunk })
process.stdin.on('end', () => {
  if (text.includes('EICAR')) { console.log('stream: Eicar FOUND'); process.exit(1) }
  if (text.includes('BROKEN')) process.exit(2)
  if (text.includes('SLOW')) return setTimeout(() => {}, 100000)
  process.exit(0)
})`

it('a file goes to the virus scanner before anything reads it; what it cannot check is refused', async () => {
  const folder = await temporaryFolder()
  const script = join(folder, 'máy quét.cjs')
  await writeFile(script, scanner)
  await chmod(script, 0o600)
  const scan = `"${process.execPath}" "${script}" --no-summary -`
  const take = (content: string) =>
    takeAttachment(Buffer.concat([smallPdf, Buffer.from(content)]), 'đơn.pdf', { mostBytes: 1e6, scan })
  expect(await take('')).toMatchObject({ ok: true })
  expect(await take('EICAR')).toEqual({ ok: false, error: 'virus', detail: 'stream: Eicar FOUND' })
  expect(await take('BROKEN')).toMatchObject({ ok: false, error: 'not-scanned' })
  expect(await scanForVirus(scan, Buffer.from('SLOW'), 300)).toMatchObject({ verdict: 'not-scanned' })
  expect(await scanForVirus(join(folder, 'none'), smallPdf)).toMatchObject({ verdict: 'not-scanned' })
  // One that has seen enough after the first bytes of a large file.
  expect(await scanForVirus(`"${process.execPath}" -e process.exit(1)`, new Uint8Array(5e6))).toMatchObject({
    verdict: 'virus',
  })
})
