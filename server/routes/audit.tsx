import { type Context, Hono } from 'hono'
import { type AuditFilter, listAudit } from '../../db/audit'
import { auditNames } from '../../db/audit-names'
import { StaffShell } from '../../web/components/staff-shell'
import { AuditPage, type AuditPageProps, type AuditQuery } from '../../web/pages/audit'
import { paths } from '../../web/paths'
import { auditWords as words } from '../../web/vi/audit'
import { reportProblem } from '../../web/vi/reports'
import { auditLines } from '../audit-views'
import type { Deps } from '../deps'
import { formats } from '../formats'
import { staffPage } from '../render'
import { auditQuestion } from '../reports/audit-question'
import { type Env, needs, shellProps } from '../session'

const base = '/can-bo/nhat-ky'
const perPage = 50
const filters = ['loai', 'nguoi', 'muc', 'tu', 'den'] as const

/** The audit: filter, pages, one subject's history, files. */
export function auditRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get(base, needs('audit.view'), async (c) => {
    const staff = c.get('staff')
    const query = Object.fromEntries(filters.map((name) => [name, c.req.query(name) ?? ''])) as AuditQuery
    const asked = { kind: query.loai, person: query.nguoi, subject: query.muc, from: query.tu, to: query.den }
    const read = await auditQuestion(deps, staff.officeCode, asked)
    const found = read.ok ? await pageOf(c, deps, read.question.filter) : nothing
    const problem = read.ok ? missingPerson(query, read.question.filter) : reportProblem(read.error, '', '')
    const page = (
      <StaffShell {...shellProps(c, deps)} current="audit">
        <AuditPage
          {...found}
          query={query}
          subjectName={query.muc ? found.lines[0]?.subject || query.muc : null}
          office={staff.officeCode && staff.officeName}
          problem={problem}
          downloads={formats.map(({ format }) => ({
            label: format.toUpperCase(),
            href: paths.staff.exports('audit', format, asked),
          }))}
        />
      </StaffShell>
    )
    return staffPage(c, deps, page, { title: words.title, status: read.ok ? 200 : 422 })
  })
  return app
}

type Found = Pick<AuditPageProps, 'lines' | 'newer' | 'older'>
const nothing: Found = { lines: [], newer: null, older: null }

/** One row more than is shown tells whether there is another page in the direction of reading. */
async function pageOf(c: Context, { db }: Deps, filter: AuditFilter): Promise<Found> {
  const [before, after] = [idIn(c, 'truoc'), idIn(c, 'sau')]
  const rows = await listAudit(db, { ...filter, limit: perPage + 1, before, after })
  const isMore = rows.length > perPage
  const kept = isMore ? (after === undefined ? rows.slice(0, perPage) : rows.slice(1)) : rows
  const [first, last] = [kept[0]?.id ?? null, kept.at(-1)?.id ?? null]
  return {
    lines: auditLines(kept, await auditNames(db)),
    newer: before !== undefined || (after !== undefined && isMore) ? first : null,
    older: after !== undefined || isMore ? last : null,
  }
}

function idIn(c: Context, name: string): number | undefined {
  const text = c.req.query(name) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

const missingPerson = ({ nguoi }: AuditQuery, { people }: AuditFilter) =>
  people?.length === 0 ? words.noPerson(nguoi) : null
