import { Hono } from 'hono'
import { readFile } from '../../db/case-files'
import { CasePage } from '../../web/pages/case'
import { SenderPage } from '../../web/pages/case-other'
import { caseFaultWords, senderWords, casePage as words } from '../../web/vi/case-page'
import { mayReveal, revealSender } from '../actions/case-deeds'
import { caseBase, inCaseShell, withCase } from '../case-requests'
import { casePage } from '../case-views'
import type { Deps } from '../deps'
import { cleanText } from '../domain/vietnamese'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { sendAttachment } from '../send-attachment'
import { type Env, needs } from '../session'
import { caseDeedRoutes } from './case-deeds'
import { caseAnswerRoutes } from './case-deeds-answer'
import { caseFamilyRoutes } from './case-deeds-families'

/** One case: its page, its files, who sent it; and everything that is done to it. */
export function caseRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(caseBase, needs('cases.view'))
  app.use(`${caseBase}/*`, needs('cases.view'))

  app.get(
    caseBase,
    withCase(deps, async (c, found) => {
      const props = await casePage(deps, c.get('staff'), found)
      return inCaseShell(c, deps, <CasePage {...props} done={c.req.query('xong') ?? null} />, found.title)
    }),
  )

  app.get(
    `${caseBase}/tep/:id`,
    withCase(deps, async (c, found) => {
      const file = await readFile(deps.db, c.req.param('id') ?? '')
      return file && file.caseId === found.id ? sendAttachment(c, file) : errorResponse(c, deps, 404)
    }),
  )

  app.get(
    `${caseBase}/nguoi-gui`,
    needs('cases.handle'),
    withCase(deps, async (c, found) => {
      if (!(await mayReveal(deps.db, c.get('staff'), found))) return errorResponse(c, deps, 403)
      const page = <SenderPage case={found} reason="" error={null} sender={undefined} />
      return inCaseShell(c, deps, page, senderWords.title)
    }),
  )

  app.post(
    `${caseBase}/nguoi-gui`,
    needs('cases.handle'),
    withCase(deps, async (c, found) => {
      const reason = cleanText((await readForm(c)).reason ?? '').slice(0, 500)
      if (reason === '') {
        const error = caseFaultWords['reason-missing']
        const page = <SenderPage case={found} reason="" error={error} sender={undefined} />
        return inCaseShell(c, deps, page, senderWords.title, 422)
      }
      const shown = await revealSender(deps, c.get('staff'), found.code, reason)
      if (!shown.ok) return errorResponse(c, deps, shown.error === 'forbidden' ? 403 : 404)
      const page = <SenderPage case={found} reason={reason} error={null} sender={shown.sender} />
      return inCaseShell(c, deps, page, words.showSender)
    }),
  )

  app.route('/', caseDeedRoutes(deps))
  app.route('/', caseAnswerRoutes(deps))
  app.route('/', caseFamilyRoutes(deps))
  return app
}
