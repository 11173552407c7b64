import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { countPublishing, listPublishing, type PublishingPart, publishingParts } from '../../db/publications'
import type { Problem } from '../../web/components/field'
import type { PlacesBoxProps } from '../../web/components/publication-places'
import { StaffShell } from '../../web/components/staff-shell'
import { PublicCasePage } from '../../web/pages/public-case'
import { PreviewBar, PublicationPage, UnpublishPage } from '../../web/pages/publication'
import { PublishingPage, partSlugs } from '../../web/pages/publishing'
import { paths } from '../../web/paths'
import { officeLabel } from '../../web/vi/offices'
import { publishingWords as words } from '../../web/vi/publishing'
import type { DeedFault } from '../actions/case-deeds'
import { publishCase, unpublishCase } from '../actions/case-publishing'
import { changeRedactions, type Prepared, preparePublication, type RedactionDeed } from '../actions/case-redacting'
import type { Deps } from '../deps'
import { pageAt } from '../domain/paging'
import { dayOf } from '../domain/period'
import { personalDataKinds } from '../domain/personal-data'
import { type Redaction, redactedFields } from '../domain/redaction'
import { cleanText, fold } from '../domain/vietnamese'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { previewView, publicationView, publishingRows } from '../publishing-views'
import { citizenPage, staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'
import { emptyPlace, publishingPlaceRoutes } from './publishing-places'

const base = '/can-bo/cong-khai'
const pageSize = 50

type Status = 200 | 409 | 422
export type Typed = { typed?: string; problems?: Problem[]; placeForm?: PlacesBoxProps['form']; status?: Status }

/** Publishing answers: what waits, what is hidden, the preview, taking back, places of publication. */
export function publishingRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(base, needs('cases.publish'))
  app.use(`${base}/*`, needs('cases.publish'))

  app.get(base, async (c) => {
    const staff = c.get('staff')
    const offices = await officesOf(deps, staff)
    const typed = cleanText(c.req.query('tim') ?? '').slice(0, 200)
    const part = publishingParts.find((name) => partSlugs[name] === (c.req.query('muc') ?? '')) ?? 'waiting'
    const own = staff.officeCode === null ? null : offices.map(({ code }) => code)
    const filter = { part, offices: own, words: fold(typed).split(/\s+/).filter(Boolean) }
    const total = await countPublishing(deps.db, filter)
    const { skip, ...at } = pageAt(total, Number(c.req.query('trang')), pageSize)
    const lines = await listPublishing(deps.db, { ...filter, limit: pageSize, skip })
    const names = new Map(offices.map((office) => [office.code, officeLabel(office)]))
    const rows = await publishingRows(deps, lines, names)
    return inShell(c, <PublishingPage {...{ part, rows, total, typed, ...at }} counts={await countsOf(own)} />)
  })

  app.get(
    `${base}/:code`,
    withCase((c, prepared) => showCase(c, prepared)),
  )

  app.post(
    `${base}/:code/che`,
    withCase(async (c, prepared) => {
      const form = await readForm(c)
      const asked = readDeed(form)
      if (!asked) return showCase(c, prepared)
      const { code } = prepared.case
      const changed = await changeRedactions(deps, c.get('staff'), { code, revision: Number(form.ban) }, asked)
      if (changed.ok) return c.redirect(`${paths.staff.publication(code)}#che`, 303)
      const typed = cleanText(form.chu ?? '')
      if (changed.error === 'nowhere')
        return showCase(c, prepared, { typed, problems: [{ field: 'chu', text: words.nowhere(typed) }], status: 422 })
      return refused(c, code, changed.error === 'closed' ? 'wrong-state' : changed.error, { typed })
    }),
  )

  app.get(
    `${base}/:code/xem-truoc`,
    withCase(async (c, prepared) => {
      const { code, version } = prepared.case
      if (!prepared.isOpen) return c.redirect(paths.staff.publication(code), 303)
      const isAgain = Boolean(prepared.publication?.publishedAt)
      const page = (
        <PublicCasePage {...(await previewView(deps, prepared))}>
          <PreviewBar {...{ code, version, isAgain, revision: prepared.revision }} />
        </PublicCasePage>
      )
      const response = await citizenPage(c, deps, page, {
        title: words.previewTitle,
        sheet: 'public',
        bodyClass: 'pub',
      })
      response.headers.set('Cache-Control', 'private, no-store')
      return response
    }),
  )

  app.post(
    `${base}/:code/dang`,
    withCase(async (c, { case: { code } }) => {
      const form = await readForm(c)
      const seen = { code, version: Number(form.phien), revision: Number(form.ban) }
      const done = await publishCase(deps, c.get('staff'), seen)
      return done.ok ? c.redirect(paths.staff.publication(code), 303) : refused(c, code, done.error)
    }),
  )

  app.get(
    `${base}/:code/go`,
    withCase((c, prepared) =>
      prepared.case.state === 'published'
        ? showUnpublish(c, prepared)
        : c.redirect(paths.staff.publication(prepared.case.code), 303),
    ),
  )

  app.post(
    `${base}/:code/go`,
    withCase(async (c, prepared) => {
      const { code } = prepared.case
      const form = await readForm(c)
      const reason = form.reason ?? ''
      const done = await unpublishCase(deps, c.get('staff'), { code, version: Number(form.phien) }, reason)
      if (done.ok) return c.redirect(paths.staff.publication(code), 303)
      if (done.error === 'unknown') return errorResponse(c, deps, 404)
      const text =
        done.error === 'personal' || done.error === 'too-long' ? words[done.error] : words.faultOf(done.error)
      const problems = [{ field: 'reason', text }]
      return showUnpublish(c, prepared, { reason, problems, status: done.error === 'conflict' ? 409 : 422 })
    }),
  )

  app.route('/', publishingPlaceRoutes(deps, { withCase, showCase, refused }))
  return app

  /** The case of the address when this person may publish it; restricted and private ones are as unknown as any other. */
  function withCase(show: (c: Context<Env>, prepared: Prepared) => Promise<Response> | Response) {
    return async (c: Context<Env>) => {
      const prepared = await preparePublication(deps.db, c.get('staff'), c.req.param('code') ?? '')
      return prepared ? show(c, prepared) : errorResponse(c, deps, 404)
    }
  }

  async function showCase(c: Context<Env>, prepared: Prepared, { status = 200, ...typed }: Typed = {}) {
    const view = await publicationView(deps, prepared)
    const forms = { typed: '', problems: [], placeForm: emptyPlace(dayOf(deps.now())), ...typed }
    return inShell(c, <PublicationPage {...view} {...forms} />, status)
  }

  /** Somebody acted meanwhile, or it cannot be done now: the case as it is, with what was typed. */
  async function refused(c: Context<Env>, code: string, fault: DeedFault, typed: Typed = {}) {
    const now = await preparePublication(deps.db, c.get('staff'), code)
    if (!now) return errorResponse(c, deps, 404)
    const problems = [{ field: 'ban', text: words.faultOf(fault) }]
    return showCase(c, now, { ...typed, problems, status: fault === 'conflict' ? 409 : 422 })
  }

  function showUnpublish(
    c: Context<Env>,
    { case: { code, title, version } }: Prepared,
    typed: { reason: string; problems: Problem[]; status: Status } = { reason: '', problems: [], status: 200 },
  ) {
    return inShell(c, <UnpublishPage {...{ code, title, version, ...typed }} />, typed.status)
  }

  async function countsOf(offices: readonly string[] | null): Promise<Record<PublishingPart, number>> {
    const count = (part: PublishingPart) => countPublishing(deps.db, { part, offices, words: [] })
    const [waiting, published, withdrawn] = [await count('waiting'), await count('published'), await count('withdrawn')]
    return { waiting, published, withdrawn }
  }

  function inShell(c: Context<Env>, page: VNode, status: Status = 200) {
    const framed = (
      <StaffShell {...shellProps(c, deps)} current="publishing">
        {page}
      </StaffShell>
    )
    return staffPage(c, deps, framed, { title: words.title, status })
  }
}

/** What a button asks for: `bo phone content 34 44`, `che …`, `ten`, `khong-ten`, or `go` with words in `chu`. */
function readDeed(form: Record<string, string | undefined>): RedactionDeed | null {
  const [deed, ...place] = (form.lam ?? '').split(' ')
  if (deed === 'ten' || deed === 'khong-ten') return { deed: 'name', shows: deed === 'ten' }
  if (deed === 'go') return { deed: 'hide-typed', typed: cleanText(form.chu ?? '').slice(0, 500) }
  const at = readPlaceOf(place)
  if (!at || (deed !== 'bo' && deed !== 'che')) return null
  return { deed: deed === 'bo' ? 'show' : 'hide', place: at }
}

function readPlaceOf([kindText, fieldText, from, to]: string[]): Redaction | null {
  const kind = [...personalDataKinds, 'other' as const].find((one) => one === kindText)
  const field = redactedFields.find((one) => one === fieldText)
  if (!kind || !field || !/^\d{1,6}$/.test(from ?? '') || !/^\d{1,6}$/.test(to ?? '')) return null
  return { kind, field, from: Number(from), to: Number(to) }
}
