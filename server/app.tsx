import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { paths } from '../web/paths'
import type { Deps } from './deps'
import { errorResponse, isErrorStatus } from './errors'
import { answerLimiter, caseLimiter } from './limits'
import { logReply } from './log'
import { newId } from './random'
import { accountRoutes } from './routes/account'
import { apiRoutes } from './routes/api'
import { apiCaseRoutes } from './routes/api-cases'
import { auditRoutes } from './routes/audit'
import { backupRoutes } from './routes/backups'
import { calendarRoutes } from './routes/calendar'
import { caseEntryRoutes } from './routes/case-entry'
import { caseFigureRoutes } from './routes/case-figures'
import { caseScoringRoutes } from './routes/case-scoring'
import { caseTemplateRoutes } from './routes/case-templates'
import { caseRoutes } from './routes/cases'
import { contactRoutes } from './routes/contacts'
import { deadlineRoutes } from './routes/deadline-policies'
import { exportRoutes } from './routes/exports'
import { feedbackRoutes } from './routes/feedback'
import { fileRoutes } from './routes/files'
import { followRoutes } from './routes/follow'
import { forgottenRoutes } from './routes/forgotten'
import { guideRoutes } from './routes/guide'
import { healthRoutes } from './routes/health'
import { homeRoutes } from './routes/home'
import { importRoutes } from './routes/imports'
import { inboxRoutes, startPage } from './routes/inbox'
import { invitationRoutes } from './routes/invitations'
import { jobRoutes } from './routes/jobs'
import { metricsRoutes } from './routes/metrics'
import { noticeRoutes } from './routes/notices'
import { officeRoutes } from './routes/offices'
import { peopleRoutes } from './routes/people'
import { periodRoutes } from './routes/periods'
import { pointRoutes } from './routes/points'
import { procedureRoutes } from './routes/procedures'
import { publicCaseRoutes } from './routes/public-cases'
import { publicFeedRoutes } from './routes/public-feeds'
import { publicResultRoutes } from './routes/public-results'
import { publishingRoutes } from './routes/publishing'
import { receiptRoutes } from './routes/receipt'
import { resultRoutes } from './routes/results'
import { roundRoutes } from './routes/rounds'
import { setupRoutes } from './routes/setup'
import { keepUnsent, signInRoutes } from './routes/sign-in'
import { surveyRoutes } from './routes/survey'
import { surveyEditorRoutes } from './routes/surveys'
import { systemRoutes } from './routes/system'
import { targetRoutes } from './routes/targets'
import { trainingAccountRoutes, trainingRoutes } from './routes/training'
import { secondStepFirst } from './routes/two-steps'
import { type Env, sameOrigin, signedIn } from './session'
import { surveyPages } from './survey-pages'
import { unmatched } from './unmatched'

/**
 * The whole product behind one fetch function. Read from top to bottom it is the access ladder: what everybody may ask,
 * then what needs a form of our own, then what needs a signed-in person; each staff route names its permission.
 */
export function createApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const requestId = newId().slice(0, 10)
    c.set('requestId', requestId)
    // Set before the reply is made: changing it afterwards costs as much as answering.
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'same-origin')
    c.header('X-Request-Id', requestId)
    if (deps.training) c.header('X-Robots-Tag', 'noindex, nofollow')
    const began = performance.now()
    await next()
    const took = performance.now() - began
    deps.requests.add(c.req.method, c.req.routePath, c.res.status, took / 1000)
    logReply(deps.log, c, took)
  })

  // Nothing has such an address, and PostgreSQL refuses a text with this character.
  app.use(async (c, next) => (c.req.url.includes('%00') ? errorResponse(c, deps, 404) : next()))

  // Shared: an address has one allowance, whichever way its answers come.
  const pages = surveyPages(deps)
  const limiter = answerLimiter(deps.config)
  app.route('/', surveyRoutes(deps, pages, limiter))
  app.route('/', receiptRoutes(deps))
  app.route('/', followRoutes(deps))
  app.route('/', homeRoutes(deps))
  app.route('/', publicResultRoutes(deps))
  const cases = caseLimiter(deps.config)
  app.route('/', feedbackRoutes(deps, cases))
  app.route('/', publicCaseRoutes(deps))
  app.route('/', publicFeedRoutes(deps))
  app.route('/', healthRoutes(deps))
  app.route('/', metricsRoutes(deps))
  app.route('/', trainingAccountRoutes(deps))
  app.route('/', fileRoutes(deps))
  app.route('/', apiRoutes(deps, pages, limiter))
  app.route('/', apiCaseRoutes(deps, cases))

  app.use(`${paths.staff.home()}/*`, sameOrigin(deps))
  app.route('/', setupRoutes(deps))
  app.route('/', invitationRoutes(deps))
  app.route('/', forgottenRoutes(deps))
  app.route('/', signInRoutes(deps))

  const member = signedIn(deps, (c) => keepUnsent(c, deps))
  app.use(paths.staff.home(), member)
  app.use(`${paths.staff.home()}/*`, member)
  app.route('/', accountRoutes(deps))
  const armed = secondStepFirst(deps)
  app.use(paths.staff.home(), armed)
  app.use(`${paths.staff.home()}/*`, armed)
  app.get(paths.staff.home(), (c) => c.redirect(startPage(c.get('staff').role), 303))
  app.route('/', resultRoutes(deps))
  app.route('/', caseFigureRoutes(deps))
  app.route('/', caseScoringRoutes(deps))
  app.route('/', periodRoutes(deps))
  app.route('/', pointRoutes(deps))
  app.route('/', procedureRoutes(deps))
  app.route('/', officeRoutes(deps))
  app.route('/', contactRoutes(deps))
  app.route('/', targetRoutes(deps))
  app.route('/', surveyEditorRoutes(deps))
  app.route('/', roundRoutes(deps))
  app.route('/', calendarRoutes(deps))
  app.route('/', deadlineRoutes(deps))
  app.route('/', inboxRoutes(deps))
  app.route('/', caseEntryRoutes(deps))
  app.route('/', caseTemplateRoutes(deps))
  app.route('/', publishingRoutes(deps))
  app.route('/', importRoutes(deps))
  app.route('/', peopleRoutes(deps))
  app.route('/', auditRoutes(deps))
  app.route('/', exportRoutes(deps))
  app.route('/', jobRoutes(deps))
  app.route('/', noticeRoutes(deps))
  app.route('/', caseRoutes(deps))
  app.route('/', backupRoutes(deps))
  app.route('/', systemRoutes(deps))
  app.route('/', trainingRoutes(deps))
  app.route('/', guideRoutes(deps))

  app.notFound(unmatched(app, deps))
  app.onError((error, c) => {
    if (error instanceof HTTPException && isErrorStatus(error.status))
      return errorResponse(c, deps, error.status, error)
    deps.log.error(
      { err: error, requestId: c.get('requestId'), method: c.req.method, route: c.req.routePath },
      'failed',
    )
    return errorResponse(c, deps, 500)
  })
  return app
}
