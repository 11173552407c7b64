import { connect } from '../../db/connect'
import { cli } from '../../web/vi/cli'
import { demoAccount } from '../demo/account'
import { fillDemo } from '../demo/fill'
import { program } from '../program'
import { upgrade } from '../store/upgrade'
import type { Command } from './command'

/** Fills an empty database with the invented department; one that is in use is left alone. */
export const demoCommand: Command = {
  name: 'demo',
  usage: cli.demo.usage,
  about: cli.demo.about,
  options: {},
  async run(_, { config, now, say }) {
    // Not through `open`: the first start would put an office into the empty database.
    const connection = await connect(config)
    try {
      await upgrade({ connection, ...config }, { program, now: now() })
      const filled = await fillDemo(connection, now())
      say(filled ? cli.demo.filled(demoAccount.login, demoAccount.password) : cli.demo.inUse)
      return filled ? 0 : 1
    } finally {
      await connection.close()
    }
  },
}
