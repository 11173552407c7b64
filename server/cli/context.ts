import type { Writable } from 'node:stream'
import { type Connection, connect } from '../../db/connect'
import type { Config } from '../config'
import { fillEmpty } from '../first-start'
import { program } from '../program'
import { randomBytesPooled } from '../random'
import { upgrade } from '../store/upgrade'
import type { CommandContext } from './command'

export type Streams = { stdout: Writable; stderr: Writable }
/** How a command speaks. */
export type Voice = Pick<CommandContext, 'out' | 'say'>

/** What commands use of the outside, and the way to close what they opened. */
export function openContext(config: Config, voice: Voice): { context: CommandContext; close(): Promise<void> } {
  let opening: Promise<Connection> | undefined
  const context: CommandContext = {
    config,
    now: () => new Date(),
    ...voice,
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
    await upgrade({ connection, ...config }, { program, now: new Date() })
    // Without a set-up link: a new one would end the one that the server has printed.
    await fillEmpty(connection, new Date(), randomBytesPooled)
    return connection
  } catch (error) {
    await connection.close()
    throw error
  }
}

/** Writes to a stream and waits until it is taken, so that a million rows never pile up. */
export function writerTo(stream: Writable): CommandContext['out'] {
  return (result) =>
    new Promise((resolve, reject) => {
      stream.write(result, (error) => (error ? reject(error) : resolve()))
    })
}
