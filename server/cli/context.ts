import { type Connection, connect } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { listRootOffices } from '../../db/offices'
import type { Config } from '../config'
import { firstStart } from '../first-start'
import { newId, randomBytesPooled } from '../random'
import type { CommandContext } from './command'

/** What commands use of the outside, and the way to close what they opened. */
export function openContext(
  config: Config,
  say: CommandContext['say'],
): { context: CommandContext; close(): Promise<void> } {
  let opening: Promise<Connection> | undefined
  const context: CommandContext = {
    config,
    now: () => new Date(),
    out: writeOut,
    say,
    open: () => {
      opening ??= openReady(config)
      return opening
    },
  }
  const close = async () => {
    await (await opening?.catch(() => undefined))?.close()
  }
  return { context, close }
}

/** Opens and migrates; an empty database becomes usable as at the first start of the server. */
async function openReady(config: Config): Promise<Connection> {
  const connection = await connect(config)
  try {
    await migrate(connection)
    // Not at every command: each first start ends the set-up link that the server has printed.
    if ((await listRootOffices(connection.db)).length === 0)
      await firstStart(connection, new Date(), newId, randomBytesPooled)
    return connection
  } catch (error) {
    await connection.close()
    throw error
  }
}

function writeOut(result: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(result, (error) => (error ? reject(error) : resolve()))
  })
}
