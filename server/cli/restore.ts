import { connect } from '../../db/connect'
import { backupWords } from '../../web/vi/backup'
import { program } from '../program'
import { restoreBackup } from '../store/restore'
import { faultSentence, fileFault } from './backup-file'
import type { Command } from './command'

const words = backupWords.restore

/** `restore FILE`: 0 in place, 1 refused and nothing changed, 2 a tool of PostgreSQL is missing or failed. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: words.usage,
  about: words.about,
  options: { force: { type: 'boolean' } },
  takesWords: true,
  async run({ positionals, options }, { config, now, say }) {
    const refuse = (sentence: string, code = 1) => {
      say(sentence)
      return code
    }
    const [file, ...extra] = positionals
    if (file === undefined || extra.length > 0) return refuse(backupWords.oneFile('restore'), 2)
    // Not through `open`: the first start would fill the empty database, and a newer one may be taken back.
    const connection = await connect(config)
    try {
      const about = { program, now: now(), force: options.force === true }
      const restored = await restoreBackup({ connection, ...config }, file, about)
      if (!restored.ok) return refuse(...faultSentence(restored))
      const { manifest, before, oldKeys } = restored
      say(words.done(manifest.counts, manifest.at, manifest.program))
      if (before) say(words.before(before))
      if (oldKeys) say(words.oldKeys(oldKeys))
      say(words.next)
      return 0
    } catch (error) {
      return refuse(fileFault(error, file))
    } finally {
      await connection.close()
    }
  },
}
