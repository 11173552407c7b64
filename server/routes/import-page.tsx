import type { Context } from 'hono'
import type { VNode } from 'preact'
import { listRootOffices } from '../../db/offices'
import { listPoints } from '../../db/points'
import { StaffShell } from '../../web/components/staff-shell'
import { ImportPage } from '../../web/pages/import'
import { ImportFaults } from '../../web/pages/import-faults'
import { faultSentence } from '../../web/vi/import-faults'
import { imports as words } from '../../web/vi/imports'
import type { Deps } from '../deps'
import { type ImportKind, importKinds, importSlugs, mayImport } from '../domain/import-kinds'
import { errorResponse } from '../errors'
import { semicolonCsv } from '../import-template'
import { type Faults, firstFaults } from '../imports/faults'
import { surveyChoices } from '../point-views'
import { staffPage } from '../render'
import { type Env, officesOf, shellProps } from '../session'
import type { waitingFiles } from '../store/waiting-files'

/** One request and what it works with. */
export type Desk = { c: Context<Env>; deps: Deps; waiting: ReturnType<typeof waitingFiles> }

/** The kinds that the person may import. */
export function kindsOf(c: Context<Env>): ImportKind[] {
  return importKinds.filter((kind) => mayImport(c.get('staff'), kind))
}

/** The form; without a kind, answers or the first one allowed. `problem`: why the last file was not read. */
export async function showForm(desk: Desk, asked: ImportKind | undefined, problem: string | null) {
  const { c, deps } = desk
  const kinds = kindsOf(c)
  const kind = asked ?? (kinds.includes('responses') ? 'responses' : kinds[0])
  if (!kind || !kinds.includes(kind)) return errorResponse(c, deps, 403)
  const isAnswers = kind === 'responses'
  const offices = (await officesOf(deps, c.get('staff'))).map(({ code }) => code)
  const props = {
    kind,
    kinds,
    points: isAnswers ? await listPoints(deps.db, offices) : [],
    surveys: isAnswers ? await surveyChoices(deps.db) : [],
    root: kind === 'offices' && !c.get('staff').officeCode ? ((await listRootOffices(deps.db))[0] ?? null) : null,
    problem,
    done: problem ? null : doneOf(c),
  }
  const status = problem === words.tooLarge ? 413 : problem ? 422 : 200
  return show(desk, <ImportPage {...props} />, words.title, status)
}

/** What the import before the redirect did, from the address. */
function doneOf(c: Context<Env>) {
  const [added, changed, same, mailed] = ['them', 'doi', 'co', 'gui'].map((name) => {
    const text = c.req.query(name) ?? ''
    return /^\d{1,9}$/.test(text) ? Number(text) : null
  })
  if (added === null || added === undefined) return null
  return { added, changed: changed ?? 0, same: same ?? 0, mailed: mailed ?? 0, file: c.req.query('tep') ?? null }
}

/** What is wrong with a file (422), the same as a file to work through, and the form to send it again. */
export function showFaults(desk: Desk, kind: ImportKind, name: string, faults: Faults) {
  const file = desk.deps.newId()
  const bytes = new TextEncoder().encode(faultsCsv(kind, faults))
  const fileName = `loi-${importSlugs[kind]}.csv`
  desk.waiting.keep(file, desk.c.get('staff').id, { use: 'download', name: fileName, bytes })
  const page = <ImportFaults kind={kind} name={name} faults={firstFaults(faults)} file={file} />
  return show(desk, page, words.faultsTitle, 422)
}

function faultsCsv(kind: ImportKind, { listed }: Faults): string {
  const heading = [words.line, words.column, words.value, words.fault]
  const rows = listed.map((fault) => [
    fault.line ?? '',
    fault.column ?? '',
    fault.value ?? '',
    faultSentence(fault, kind),
  ])
  return semicolonCsv([heading, ...rows])
}

/** A page of imports in the frame of the staff area. */
export function show({ c, deps }: Desk, page: VNode, title: string, status: 200 | 413 | 422 = 200) {
  const framed = (
    <StaffShell {...shellProps(c, deps)} current="imports">
      {page}
    </StaffShell>
  )
  return staffPage(c, deps, framed, { title, status })
}
