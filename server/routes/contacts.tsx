import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { StaffShell } from '../../web/components/staff-shell'
import { ContactFormPage, ContactsPage } from '../../web/pages/contacts'
import { paths } from '../../web/paths'
import { contactWords as words } from '../../web/vi/contacts'
import { changeContacts, type TypedContacts } from '../actions/contacts'
import { recordExport } from '../actions/exports'
import { contactForm, contactLines, noticeBoardOf } from '../contact-views'
import type { Deps } from '../deps'
import { contactFields, contactSwitches } from '../domain/contacts'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { staffPage } from '../render'
import { sendFile } from '../send-file'
import { type Env, needs, officesOf, shellProps } from '../session'

const base = '/can-bo/lien-he'

/** How offices are reached about feedback, what they allow, and the notice board that says so. */
export function contactRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(base, needs('contacts.manage'))
  app.use(`${base}/*`, needs('contacts.manage'))

  app.get(base, async (c) => {
    const lines = await contactLines(deps, c.get('staff'), c.req.query('duoi') ?? '')
    const saved = c.req.query('luu')
    const office = saved ? (await officesOf(deps, c.get('staff'))).find(({ code }) => code === saved) : undefined
    return inShell(
      c,
      deps,
      <ContactsPage lines={lines} notice={office ? words.saved(office.name) : null} />,
      words.title,
    )
  })

  app.get(`${base}/:code`, async (c) => {
    const props = await contactForm(deps, c.get('staff'), c.req.param('code'))
    if (!props) return errorResponse(c, deps, 404)
    return inShell(c, deps, <ContactFormPage {...props} wrong={[]} />, words.formTitle(props.office.name))
  })

  app.post(`${base}/:code`, async (c) => {
    const props = await contactForm(deps, c.get('staff'), c.req.param('code'))
    if (!props) return errorResponse(c, deps, 404)
    const typed = readTyped(await readForm(c))
    const changed = await changeContacts({ ...deps, staff: c.get('staff') }, props.office.code, typed)
    if (changed.ok) return c.redirect(paths.staff.contacts({ luu: props.office.code }), 303)
    if (changed.error === 'forbidden') return errorResponse(c, deps, 403)
    const page = <ContactFormPage {...props} typed={typed} wrong={changed.fields} />
    return inShell(c, deps, page, words.formTitle(props.office.name), 422)
  })

  app.get(`${base}/:code/:file{niem-yet-a4\\.pdf|niem-yet-a3\\.pdf}`, async (c) => {
    const board = await noticeBoardOf(deps, c.get('staff'), c.req.param('code') ?? '')
    if (!board) return errorResponse(c, deps, 404)
    const size = c.req.param('file').includes('a3') ? 'A3' : 'A4'
    const made = await deps.long.render({ kind: 'notice-board', board, size, code: c.req.param('code') ?? '' })
    if (!made.ok) return errorResponse(c, deps, 404)
    await recordExport({ ...deps, staff: c.get('staff') }, made.fileName, { url: board.url })
    return sendFile(c, made)
  })
  return app
}

function readTyped(form: Record<string, string | undefined>): TypedContacts {
  const fields = [...contactFields, ...contactSwitches].map((name) => [name, form[name] ?? ''])
  return Object.fromEntries(fields) as TypedContacts
}

function inShell(c: Context<Env>, deps: Deps, page: VNode, title: string, status: 200 | 422 = 200) {
  const framed = (
    <StaffShell {...shellProps(c, deps)} current="contacts">
      {page}
    </StaffShell>
  )
  return staffPage(c, deps, framed, { title, status })
}
