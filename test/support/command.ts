import { Writable } from 'node:stream'
import type { Place } from '../../db/connect'
import { main } from '../../server/cli'

export type Ran = { code: number; out: Buffer; said: string }

/** Runs `hailong …` on a place as the terminal would, in this process. */
export async function hailong(place: Place, ...argv: string[]): Promise<Ran> {
  const stdout = collector()
  const stderr = collector()
  const env = { DATA_DIR: place.dataDir, DATABASE_URL: place.databaseUrl ?? '', PUBLIC_URL: 'https://hailong.test' }
  const code = await main(argv, env, { stdout, stderr })
  return { code, out: Buffer.concat(stdout.taken), said: Buffer.concat(stderr.taken).toString() }
}

function collector(): Writable & { taken: Buffer[] } {
  const taken: Buffer[] = []
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      taken.push(Buffer.from(chunk))
      done()
    },
  })
  return Object.assign(stream, { taken })
}
