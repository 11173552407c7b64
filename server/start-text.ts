import { paths } from '../web/paths'
import { start } from '../web/vi/start'
import type { FirstStart } from './first-start'
import { qrTerminal } from './formats/qr'
import type { Reach } from './reach'

type DemoAccount = { login: string; password: string }

/** What the terminal shows once the server listens: addresses, QR code of the first point, set-up link. */
export async function startText(reach: Reach, first: FirstStart, demo: DemoAccount | null = null): Promise<string> {
  const lines = ['', start.running(reach.url), start.reach[reach.kind], '']
  if (first.point) {
    const url = reach.url + paths.survey(first.point)
    lines.push(start.survey, `  ${url}`, '', await qrTerminal(url))
  }
  if (first.setupToken) lines.push(start.setup, `  ${reach.url}${paths.staff.setup(first.setupToken)}`, '')
  if (demo) lines.push(start.demo(demo.login, demo.password))
  lines.push(`${start.staff} ${reach.url}${paths.staff.home()}`, start.stopHint, '')
  return `${lines.join('\n')}\n`
}
