import { createInterface } from 'node:readline'
import { paths } from '../../web/paths'
import { adminWords } from '../../web/vi/admin'
import { accountTexts } from '../../web/vi/staff'
import { createSetupLink } from '../actions/setup-link'
import { createAdministrator, resetFromMachine } from '../actions/staff'
import { newId } from '../random'
import { publicUrl } from './address'
import { type Command, textOption } from './command'

/**
 * For whoever holds the machine. `admin create` prints a one-time link; with `--login` and `--name` it makes the account
 * at once, the password being the first line of stdin, so that it stands in no list of processes. `admin reset LOGIN`
 * takes password and second step of one person away and prints a link for choosing a password.
 */
export const adminCommand: Command = {
  name: 'admin',
  usage: adminWords.usage,
  about: adminWords.about,
  options: { login: { type: 'string' }, name: { type: 'string' } },
  takesWords: true,
  async run(input, { config, now, out, say, open }) {
    const [action, ...extra] = input.positionals
    const [whom, ...more] = extra
    if (action === 'reset' && whom !== undefined && more.length === 0) {
      const { db } = await open()
      const done = await resetFromMachine({ db, now, newId }, whom)
      if (!done.ok) {
        say(adminWords.refused[done.error](whom))
        return 1
      }
      await out(`${publicUrl(config)}${paths.staff.invitation(done.token)}\n`)
      say(adminWords.reset(whom))
      return 0
    }
    if (action !== 'create' || extra.length > 0) {
      say(adminWords.howTo)
      return 1
    }
    const login = textOption(input, 'login')
    const name = textOption(input, 'name')
    if (login === undefined && name === undefined) {
      const { db } = await open()
      const token = await createSetupLink(db, now(), newId, 'machine')
      await out(`${publicUrl(config)}${paths.staff.setup(token)}\n`)
      say(adminWords.link)
      return 0
    }
    if (process.stdin.isTTY) say(adminWords.password)
    const password = await readLine(process.stdin)
    const { db } = await open()
    const done = await createAdministrator({ db, now, newId }, { login: login ?? '', name: name ?? '', password })
    if (!done.ok) {
      for (const { code } of done.error) say(accountTexts[code])
      return 1
    }
    say(adminWords.created(login ?? ''))
    return 0
  },
}

/** The first line, without its end; empty when there is none. */
async function readLine(input: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input, terminal: false })
  for await (const line of lines) {
    lines.close()
    return line
  }
  return ''
}
