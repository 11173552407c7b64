import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findAnswerable } from '../../db/surveys'
import { paths } from '../../web/paths'
import { submitResponse } from '../actions/responses'
import { readBody } from '../body'
import type { Deps } from '../deps'
import { type Fields, parseAnswers } from '../domain/answers'
import { dayOf } from '../domain/period'
import { versionId } from '../domain/survey'
import { isForeign } from '../foreign-origin'
import type { AnswerLimiter } from '../limits'
import { openApi } from '../openapi'
import { addProcedure } from '../procedure-offers'
import { type ResponseInput, responseInput } from '../response-input'
import type { Env } from '../session'
import { Overloaded, StorageFailed } from '../submit-queue'
import { offers, type SurveyPages } from '../survey-pages'

const largestBody = 64 * 1024

/** JSON for machines: errors are codes. */
export function apiRoutes(deps: Deps, pages: SurveyPages, limiter: AnswerLimiter): Hono<Env> {
  const app = new Hono<Env>()
  const refuse = (c: Context, status: 400 | 404 | 409 | 413 | 422 | 429 | 503, error: string, details?: unknown) =>
    c.json({ error, details, requestId: c.get('requestId') }, status)

  app.get(paths.api.openapi(), (c) => c.json(openApi(deps.publicUrl)))

  app.post(paths.api.responses(), async (c) => {
    const body = await readBody(c, largestBody)
    if (!body.ok) return refuse(c, 413, 'too-large')
    const wait = await limiter.wait(c)
    if (wait > 0) {
      c.header('Retry-After', String(wait))
      return refuse(c, 429, 'too-many')
    }
    const input = responseInput.safeParse(parseJson(body.text))
    if (!input.success) return refuse(c, 400, 'bad-request', z.treeifyError(input.error))
    const point = await pages.point(input.data.point)
    if (!point) return refuse(c, 404, 'unknown-point')
    const current = await pages.definition(point, false)
    const asked = input.data.version ?? (current ? versionId(current) : '')
    const definition = await findAnswerable(deps.db, asked, dayOf(deps.now()))
    if (!definition || !offers(point, definition)) return refuse(c, 422, 'unknown-version')
    const fields = toFields(input.data)
    const parsed = parseAnswers(definition, fields)
    if (!parsed.ok) return refuse(c, 422, parsed.error, parsed.problems)
    const { clientId, lang } = input.data
    const flags = [...(point.closedAt ? ['late'] : []), ...(isForeign(c, deps) ? ['foreign-origin'] : [])]
    try {
      const answered = await addProcedure(deps.db, point, parsed.value, fields)
      const result = await submitResponse(deps, { ...answered, definition, clientId, lang, flags })
      if (!result.ok) return refuse(c, 409, 'conflict')
      return c.json({ receipt: result.receipt, url: deps.publicUrl + paths.receipt(result.receipt) }, 201)
    } catch (error) {
      if (!(error instanceof Overloaded || error instanceof StorageFailed)) throw error
      c.header('Retry-After', '5')
      return refuse(c, 503, 'busy')
    }
  })
  return app
}

function toFields(input: ResponseInput): Fields {
  const many = (value: string | string[]) => (Array.isArray(value) ? value : [value])
  return [
    ...Object.entries(input.answers),
    ...Object.entries(input.items).flatMap(([key, value]) => many(value).map((v) => [`x.${key}`, v] as const)),
    ...Object.entries(input.reasons).flatMap(([key, values]) => values.map((v) => [`r.${key}`, v] as const)),
    ...(input.comment ? [['comment', input.comment] as const] : []),
  ]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
