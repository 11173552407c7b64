import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Secrets of this installation, 32 bytes each: receipts, content of answers, sessions, what is sealed in the database. */
export type Keys = { receipt: Buffer; content: Buffer; session: Buffer; secret: Buffer }

/**
 * Reads the keys from `dataDir/keys`, making the missing ones. The files are readable by their owner only; whoever has
 * them can forge receipts, so a backup of the data folder must be kept as safe as the folder.
 */
export async function openKeys(dataDir: string): Promise<Keys> {
  const folder = join(dataDir, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const [receipt, content, session, secret] = await Promise.all(
    ['receipt', 'content', 'session', 'secret'].map((name) => readOrMake(join(folder, `${name}.key`))),
  )
  if (!receipt || !content || !session || !secret) throw new Error('keys could not be read')
  return { receipt, content, session, secret }
}

async function readOrMake(file: string): Promise<Buffer> {
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return Buffer.from(await readFile(file, 'utf8'), 'base64url')
}
