import { type Context, Hono } from 'hono'
import { listEvents } from '../../db/case-events'
import { countMerged } from '../../db/case-families'
import type { FeedbackCase } from '../../db/cases'
import { MergePage, type MergeSide, SplitPage, type TypedPart } from '../../web/pages/case-families'
import type { Meanwhile } from '../../web/pages/case-form'
import { mergeWords, splitWords } from '../../web/vi/case-families'
import { caseFaultWords } from '../../web/vi/case-page'
import { actorOf, findCaseFor } from '../actions/case-deeds'
import { type FamilyResult, mergeCases, splitCase } from '../actions/case-families'
import { viewCase } from '../actions/case-viewing'
import { backToCase, cannot, caseBase, inCaseShell, meanwhileOf, needsFor, withCase, withDeed } from '../case-requests'
import type { Deps } from '../deps'
import { keepFields } from '../domain/answers'
import { isAllowed, possibleDeeds } from '../domain/case-actions'
import { readCaseCode } from '../domain/case-code'
import { mostLine, mostText } from '../domain/case-deed-fields'
import { textOf } from '../domain/case-deed-forms'
import { caseKinds } from '../domain/case-words'
import { type FormValues, lineOf, rowsOf } from '../domain/form-values'
import { errorResponse } from '../errors'
import { readPairs } from '../form'
import type { Env } from '../session'
import { largestCaseForm } from './case-deeds'

const mostParts = 6

/** Splitting a case into parts, and merging duplicates. */
export function caseFamilyRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get(
    `${caseBase}/tach`,
    needsFor('split'),
    withDeed(deps, 'split', (c, found) => showSplit(c, deps, found, { parts: [] })),
  )
  app.post(
    `${caseBase}/tach`,
    needsFor('split'),
    withCase(deps, async (c, found) => {
      if (!isAllowed(found, 'split', actorOf(c.get('staff')))) return errorResponse(c, deps, 403)
      return split(c, deps, found, keepFields(await readPairs(c, largestCaseForm)))
    }),
  )
  app.get(
    `${caseBase}/gop`,
    needsFor('merge'),
    withDeed(deps, 'merge', (c, found) => showMerge(c, deps, found, { typed: c.req.query('ma') ?? '' })),
  )
  app.post(
    `${caseBase}/gop`,
    needsFor('merge'),
    withCase(deps, async (c, found) => {
      if (!isAllowed(found, 'merge', actorOf(c.get('staff')))) return errorResponse(c, deps, 403)
      return merge(c, deps, found, keepFields(await readPairs(c, largestCaseForm)))
    }),
  )
  return app
}

async function split(c: Context<Env>, deps: Deps, found: FeedbackCase, values: FormValues) {
  const parts = partsIn(values)
  const written = parts.filter(({ title, content }) => title !== '' || content !== '')
  const problems = problemsOf(parts, written.length)
  if (problems.length > 0) return showSplit(c, deps, found, { parts, problems }, 422)
  const asked = { code: found.code, version: Number(lineOf(values, 'version')) }
  const result = await splitCase(deps, c.get('staff'), asked, written, (codes) => splitWords.told(codes.join(', ')))
  if (result.ok) return backToCase(c, deps, found.code, 'split')
  return refused(c, deps, found, values, result, (now, { problem, meanwhile }) =>
    showSplit(c, deps, now, { parts, problems: problem ? [problem] : [], meanwhile }, problem ? 422 : 409),
  )
}

function partsIn(values: FormValues): TypedPart[] {
  return rowsOf(values, 'parts')
    .slice(0, mostParts)
    .map((row) => ({
      ...{ title: lineOf(row, 'title'), content: textOf(row, 'content') },
      kind: caseKinds.find((kind) => kind === lineOf(row, 'kind')) ?? 'pakn',
      restricted: lineOf(row, 'restricted') !== '',
    }))
}

function problemsOf(parts: readonly TypedPart[], written: number): string[] {
  const { faults } = splitWords
  const each = parts.flatMap(({ title, content }, i) => {
    if (title === '' && content === '') return []
    if (title === '') return [faults.title(i + 1)]
    if (content === '') return [faults.content(i + 1)]
    return title.length > mostLine || content.length > mostText ? [faults['too-long'](i + 1)] : []
  })
  return written < 2 ? [faults['too-few'], ...each] : each
}

type ShownSplit = { parts: readonly TypedPart[]; problems?: string[]; meanwhile?: Meanwhile | null }

async function showSplit(
  c: Context<Env>,
  deps: Deps,
  found: FeedbackCase,
  { parts, problems = [], meanwhile = null }: ShownSplit,
  status: 200 | 409 | 422 = 200,
) {
  const { version, restricted } = found
  const empty = Array.from(
    { length: mostParts - parts.length },
    (): TypedPart => ({ title: '', content: '', kind: 'pakn', restricted }),
  )
  const seen = (await listEvents(deps.db, found.id)).length
  const page = <SplitPage case={found} parts={[...parts, ...empty]} {...{ problems, meanwhile, version, seen }} />
  return inCaseShell(c, deps, page, splitWords.title, status)
}

async function merge(c: Context<Env>, deps: Deps, found: FeedbackCase, values: FormValues) {
  const code = readCaseCode(lineOf(values, 'ma')) ?? ''
  const told = textOf(values, 'told').slice(0, mostText)
  const own = { code: found.code, version: Number(lineOf(values, 'version')) }
  const other = { code, version: Number(lineOf(values, 'other')) }
  const result = await mergeCases(deps, c.get('staff'), own, other, told)
  if (result.ok) return backToCase(c, deps, found.code, 'merge')
  return refused(c, deps, found, values, result, (now, { problem, meanwhile }) =>
    showMerge(c, deps, now, { typed: code, told, problem, meanwhile }, problem ? 422 : 409),
  )
}

type Why = { problem: string | null; meanwhile: Meanwhile | null }
type Failed = Extract<FamilyResult, { ok: false }>

/** The same form again with what is wrong, or why it cannot be done any more. */
async function refused(
  c: Context<Env>,
  deps: Deps,
  { code }: FeedbackCase,
  values: FormValues,
  { error }: Failed,
  again: (found: FeedbackCase, why: Why) => Promise<Response>,
): Promise<Response> {
  const found = await findCaseFor(deps.db, c.get('staff'), code)
  if (!found || error === 'unknown') return errorResponse(c, deps, 404)
  if (error === 'unknown-target') return again(found, { problem: mergeWords.unknown, meanwhile: null })
  if (error === 'wrong-state' || error === 'not-yours') return cannot(c, deps, found, error, values)
  if (error !== 'conflict') return again(found, { problem: caseFaultWords[error], meanwhile: null })
  const deed = 'ma' in values ? 'merge' : 'split'
  const still = possibleDeeds(found, actorOf(c.get('staff')), [deed]).length > 0
  if (!still) return cannot(c, deps, found, 'wrong-state', values)
  const meanwhile = await meanwhileOf(deps, found, values)
  return again(found, { problem: meanwhile ? null : mergeWords.changed, meanwhile })
}

type ShownMerge = { typed: string; told?: string; problem?: string | null; meanwhile?: Meanwhile | null }

async function showMerge(
  c: Context<Env>,
  deps: Deps,
  found: FeedbackCase,
  { typed, told, problem = null, meanwhile = null }: ShownMerge,
  status: 200 | 409 | 422 = 200,
) {
  const other = typed === '' ? null : await viewCase(deps, c.get('staff'), readCaseCode(typed) ?? '')
  const unknown = typed !== '' && !other ? mergeWords.unknown : null
  const isSame = other?.id === found.id ? caseFaultWords['same-case'] : null
  const sides = other && !isSame ? { own: await sideOf(deps, found), other: await sideOf(deps, other) } : null
  const why = problem ?? unknown ?? isSame
  const text = told ?? (other ? mergeWords.toldText(other.code) : '')
  const seen = (await listEvents(deps.db, found.id)).length
  const page = <MergePage case={found} problem={why} told={text} {...{ typed, meanwhile, sides, seen }} />
  return inCaseShell(c, deps, page, mergeWords.title, why && status === 200 ? 422 : status)
}

async function sideOf({ db }: Deps, found: FeedbackCase): Promise<MergeSide> {
  const { code, title, content, state, version, id } = found
  return { code, title, content, state, version, senders: (await countMerged(db, id)) + 1 }
}
