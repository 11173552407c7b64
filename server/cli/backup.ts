import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { connectReadOnly } from '../../db/connect'
import { backupWords, toolSentence } from '../../web/vi/backup'
import { program } from '../program'
import { makeBackup } from '../store/backup'
import { faultSentence, fileFault } from './backup-file'
import type { Command } from './command'

const words = backupWords.backup

/** `backup FILE`: 0 written and checked, 1 refused, 2 the tool of PostgreSQL is missing, too old or failed. */
export const backupCommand: Command = {
  name: 'backup',
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
    if (file === undefined || extra.length > 0) return refuse(backupWords.oneFile('backup'), 2)
    if (existsSync(file) && !options.force) return refuse(words.exists(file))
    if (!existsSync(dirname(resolve(file)))) return refuse(words.noFolder(dirname(resolve(file))))
    // Not through `open`: a backup changes nothing, and an older database is kept as it is.
    const connection = await connectReadOnly(config)
    try {
      const made = await makeBackup({ connection, ...config }, file, { program, now: now() })
      if (!made.ok) return refuse(...faultSentence(made))
      say(words.done(file, made.manifest.counts))
      if (made.without) say(words.ownRows(toolSentence(made.without)))
      say(words.secret)
      return 0
    } catch (error) {
      return refuse(fileFault(error, file))
    } finally {
      await connection.close()
    }
  },
}
