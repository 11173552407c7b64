import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { findRound, type Round } from '../../db/rounds'
import { StaffShell } from '../../web/components/staff-shell'
import { RoundFormPage, type RoundFormProps } from '../../web/pages/round-form'
import { RoundEndPage, RoundPage, RoundsPage } from '../../web/pages/rounds'
import { paths } from '../../web/paths'
import { roundWords as words } from '../../web/vi/rounds'
import { recordExport } from '../actions/exports'
import { addRound, changeRound, endRound, markOfRound, mayChangeRound } from '../actions/rounds'
import type { Deps } from '../deps'
import { keepFields } from '../domain/answers'
import { type FormValues, lineOf } from '../domain/form-values'
import { treeOrder } from '../domain/organisation'
import { may } from '../domain/permissions'
import { sameDayNextYear } from '../domain/round'
import { fillFromTable } from '../domain/round-form'
import { errorResponse } from '../errors'
import { readPairs } from '../form'
import { staffPage } from '../render'
import { isVisible, roundForm, roundLines, roundPage, roundPlan, valuesOfRound } from '../round-views'
import { sendFile } from '../send-file'
import { type Env, needs, officesOf, shellProps } from '../session'

const base = '/can-bo/dot'
/** A row for every office of a large department, and a pasted table of them. */
const largestForm = 256 * 1024

/** Survey rounds: list, one round with its progress, form, end, plan as a Word document. */
export function roundRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(base, needs('rounds.view'))
  app.use(`${base}/*`, needs('rounds.view'))

  app.get(base, async (c) => {
    const staff = c.get('staff')
    const lines = await roundLines(deps, staff, await officesOf(deps, staff))
    const page = <RoundsPage lines={lines} mayAdd={may(staff.role, 'rounds.manage')} />
    return inShell(c, deps, page, words.title)
  })

  app.get(`${base}/moi`, needs('rounds.manage'), async (c) => {
    const codes = await ownCodes(c)
    const found = await findRound(deps.db, c.req.query('tu') ?? '')
    const from = found && isVisible(found, await officesOf(deps, c.get('staff'))) ? nextYear(found) : null
    const values = valuesOfRound(from, codes)
    return showForm(c, { id: null, values })
  })

  app.post(`${base}/moi`, needs('rounds.manage'), async (c) => {
    const values: FormValues = keepFields(await readPairs(c, largestForm))
    if (lineOf(values, 'lam') === 'fill') return filled(c, null, values)
    const added = await addRound({ ...deps, staff: c.get('staff') }, await ownCodes(c), values)
    if (added.ok) return c.redirect(paths.staff.round(added.id), 303)
    if (added.error === 'forbidden') return errorResponse(c, deps, 403)
    return showForm(c, { id: null, values, faults: added.faults })
  })

  app.get(
    `${base}/:id`,
    withRound(async (c, round) => {
      const staff = c.get('staff')
      const props = await roundPage(deps, staff, round, await officesOf(deps, staff))
      return inShell(c, deps, <RoundPage {...props} />, round.title)
    }),
  )

  app.get(
    `${base}/:id/ke-hoach.docx`,
    needs('results.export'),
    withRound(async (c, round) => {
      const plan = await roundPlan(deps, round, c.get('staff'))
      if (!plan) return errorResponse(c, deps, 404)
      const made = await deps.long.render({ kind: 'round-plan', plan })
      if (!made.ok) return errorResponse(c, deps, 404)
      await recordExport({ ...deps, staff: c.get('staff') }, made.fileName, { round: round.id })
      return sendFile(c, made)
    }),
  )

  app.get(
    `${base}/:id/sua`,
    needs('rounds.manage'),
    withRound(async (c, round) => {
      const codes = await ownCodes(c)
      if (!mayChangeRound(c.get('staff'), round, codes)) return errorResponse(c, deps, 403)
      return showForm(c, { id: round.id, values: { ...valuesOfRound(round, codes), based: [markOfRound(round)] } })
    }),
  )

  app.post(
    `${base}/:id/sua`,
    needs('rounds.manage'),
    withRound(async (c, round) => {
      const values: FormValues = keepFields(await readPairs(c, largestForm))
      if (lineOf(values, 'lam') === 'fill') return filled(c, round.id, values)
      const changed = await changeRound({ ...deps, staff: c.get('staff') }, round.id, await ownCodes(c), values)
      if (changed.ok) return c.redirect(paths.staff.round(round.id), 303)
      if (changed.error === 'forbidden') return errorResponse(c, deps, 403)
      if (changed.error === 'invalid') return showForm(c, { id: round.id, values, faults: changed.faults })
      // Saved once more it replaces what the page now names.
      const { round: saved } = changed
      return showForm(c, { id: round.id, values: { ...values, based: [markOfRound(saved)] }, saved })
    }),
  )

  app.get(
    `${base}/:id/ket-thuc`,
    needs('rounds.manage'),
    withRound((c, round) => inShell(c, deps, <RoundEndPage id={round.id} title={round.title} />, words.endTitle)),
  )

  app.post(
    `${base}/:id/ket-thuc`,
    needs('rounds.manage'),
    withRound(async (c, round) => {
      const ended = await endRound({ ...deps, staff: c.get('staff') }, round.id, await ownCodes(c))
      if (ended.ok) return c.redirect(paths.staff.round(round.id), 303)
      return errorResponse(c, deps, ended.error === 'forbidden' ? 403 : 409)
    }),
  )
  return app

  /** The round of the address when the person may see an office of it. */
  function withRound(show: (c: Context<Env>, round: Round) => Promise<Response> | Response) {
    return async (c: Context<Env>) => {
      const round = await findRound(deps.db, c.req.param('id') ?? '')
      const visible = round && isVisible(round, await officesOf(deps, c.get('staff')))
      return round && visible ? show(c, round) : errorResponse(c, deps, 404)
    }
  }

  /** In the order of the tree, as the form lists them. */
  async function ownCodes(c: Context<Env>): Promise<string[]> {
    return treeOrder(await officesOf(deps, c.get('staff'))).map(({ office }) => office.code)
  }

  type Shown = Pick<RoundFormProps, 'id' | 'values'> &
    Partial<Pick<RoundFormProps, 'faults' | 'table'>> & { saved?: Round }

  /** The form; a refused one comes back as it was typed (422), also when somebody else saved meanwhile (409). */
  async function showForm(c: Context<Env>, { id, values, faults = [], table = null, saved }: Shown) {
    const form = await roundForm(deps, await officesOf(deps, c.get('staff')), values)
    const page = <RoundFormPage {...form} id={id} faults={faults} table={table} saved={saved && savedOf(saved)} />
    const status = saved ? 409 : faults.length > 0 ? 422 : 200
    return inShell(c, deps, page, id === null ? words.add : words.change, status)
  }

  /** A pasted table was put into the form; nothing is stored by it. */
  async function filled(c: Context<Env>, id: string | null, typed: FormValues) {
    const { values, ...table } = fillFromTable(typed, await officesOf(deps, c.get('staff')))
    return showForm(c, { id, values, table })
  }
}

const savedOf = ({ title, fromOn, toOn, endedAt, offices }: Round) => ({
  ...{ title, fromOn, toOn, ended: endedAt !== null, offices: offices.length },
})

/** The same round a year later. */
function nextYear(round: Round) {
  const year = Number(round.fromOn.slice(0, 4))
  return {
    ...round,
    title: round.title.replaceAll(String(year), String(year + 1)),
    fromOn: sameDayNextYear(round.fromOn),
    toOn: sameDayNextYear(round.toOn),
  }
}

function inShell(c: Context<Env>, deps: Deps, page: VNode, title: string, status: 200 | 409 | 422 = 200) {
  const framed = (
    <StaffShell {...shellProps(c, deps)} current="rounds">
      {page}
    </StaffShell>
  )
  return staffPage(c, deps, framed, { title, status })
}
