import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { main } from '../../server/cli'
import { hailong } from '../support/command'
import { temporaryFolder } from '../support/database'

describe('a command that cannot run', () => {
  it.each([
    ['postgres://u:mat-khau@127.0.0.1:1/x', /^DATABASE_URL: .*ECONNREFUSED.*\n$/],
    ['postgres://u:mat#khau@127.0.0.1/x', /^DATABASE_URL: expects postgres:.*\n$/],
    ['mysql://u:mat-khau@127.0.0.1/x', /^DATABASE_URL: expects postgres:.*\n$/],
  ])('says so in a sentence without the password: %s', async (databaseUrl, sentence) => {
    const { code, out, said } = await hailong({ dataDir: await temporaryFolder(), databaseUrl }, 'verify')
    expect({ code, out: out.length, said }).toEqual({ code: 2, out: 0, said: expect.stringMatching(sentence) })
    expect(said).not.toContain('mat')
  })

  it('names the folder whose database is none', async () => {
    const dataDir = await temporaryFolder()
    await writeFile(join(dataDir, 'hailong.db'), 'Đây không phải cơ sở dữ liệu. '.repeat(200))
    const { code, said } = await hailong({ dataDir }, 'points')
    expect({ code, said }).toEqual({ code: 2, said: expect.stringMatching(/^DATA_DIR: .*\n$/) })
  })
})

it('a command ends quietly when its reader has seen enough', async () => {
  let said = ''
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  })
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      said += chunk
      done()
    },
  })
  const env = { DATA_DIR: await temporaryFolder(), PUBLIC_URL: 'https://hailong.test' }
  expect(await main(['points'], env, { stdout, stderr })).toBe(1)
  expect(said).toBe('')
})
