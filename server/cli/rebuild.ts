import { ledgerWords } from '../../web/vi/ledger'
import { rebuild } from '../ledger/rebuild'
import type { Command } from './command'

const words = ledgerWords.rebuild

/** Derives tallies and standings again from the log. */
export const rebuildCommand: Command = {
  name: 'rebuild',
  usage: words.usage,
  about: words.about,
  options: {},
  async run(_, { say, open }) {
    const { entries, tallies, standings } = await rebuild(await open())
    say(tallies + standings === 0 ? words.unchanged(entries) : words.changed(entries, tallies, standings))
    return 0
  },
}
