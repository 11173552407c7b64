import { findingLine, ledgerWords } from '../../web/vi/ledger'
import { verify } from '../ledger/verify'
import type { Command } from './command'

const words = ledgerWords.verify

/** Findings, one a line, are the result; 0 when there is none, 1 when there are, 2 when it could not run. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: words.usage,
  about: words.about,
  options: {},
  async run(_, { out, say, open }) {
    const { entries, waiting, findings } = await verify(await open())
    for (const finding of findings) await out(`${findingLine(finding)}\n`)
    if (waiting > 0) say(words.waiting(waiting))
    say(findings.length === 0 ? words.clean(entries) : words.found(entries, findings.length))
    return findings.length === 0 ? 0 : 1
  },
}
