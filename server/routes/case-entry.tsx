import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { findCase, findCaseByClientId } from '../../db/cases'
import { findContacts } from '../../db/feedback-offices'
import { StaffShell } from '../../web/components/staff-shell'
import { CaseEntryPage, type CaseEntryPageProps } from '../../web/pages/case-entry'
import { CaseSlipPage } from '../../web/pages/case-slip'
import { slipWords, entryWords as words } from '../../web/vi/case-entry'
import { hashClientId } from '../actions/case-access'
import { enterCase } from '../actions/case-entry'
import { caseOfEntry, entryForm, entrySlip, knownCase } from '../case-entry-views'
import type { Deps } from '../deps'
import { keepFields } from '../domain/answers'
import { type CaseEntry, type EntryFault, readEntry } from '../domain/case-entry'
import { type FormValues, lineOf } from '../domain/form-values'
import { isInForce } from '../domain/organisation'
import { dayOf } from '../domain/period'
import { errorResponse } from '../errors'
import { hasFiles, keepFiles, readFilesForm, removeFile } from '../feedback-files'
import { readChoice } from '../procedure-offers'
import { staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'

const base = '/can-bo/phan-anh/nhap'
/** The same form sent again shows its slip again for so long: the reply may have been lost. */
const again = 10 * 60_000
/** People of the staff are not held back like an address of the street. */
const noLimit = { wait: async () => 0 }

type Refused = Partial<Pick<CaseEntryPageProps, 'faults' | 'fileFaults' | 'known' | 'conflict'>>

/** Typing in what came by paper, telephone or another way, and the slip for its sender. */
export function caseEntryRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get(base, needs('cases.receive'), async (c) => {
    const offices = await officesOf(deps, c.get('staff'))
    const open = offices.filter((office) => isInForce(office, dayOf(deps.now())))
    const [only] = open.length === 1 ? open : []
    return showForm(c, {
      ...newIds(),
      channel: [c.req.query('kenh') ?? ''],
      office: [c.req.query('co-quan') || (only?.code ?? '')],
      kind: ['pakn'],
      group: ['unclassified'],
    })
  })

  app.post(base, needs('cases.receive'), async (c) => {
    const posted = await readFilesForm(c, deps)
    const values = withIds(keepFields(posted.fields))
    const draftId = lineOf(values, 'draftId')
    const removed = lineOf(values, 'bo')
    if (removed !== '') {
      await removeFile(deps, draftId, removed)
      return showForm(c, values)
    }
    const kept = hasFiles(posted) ? await keepFiles(c, deps, noLimit, { draftId, form: posted }) : []
    const fileFaults = kept.flatMap((fault) => (fault === 'too-many-requests' ? [] : [fault]))
    if (fileFaults.length > 0) return showForm(c, values, { fileFaults })
    if (lineOf(values, 'them') !== '') return showForm(c, values)
    return save(c, values)
  })
  return app

  function newIds(): FormValues {
    return { clientId: [deps.newId()], draftId: [deps.newId()] }
  }

  function withIds(values: FormValues): FormValues {
    const isId = (name: string) => /^[A-Za-z0-9_-]{16,64}$/.test(lineOf(values, name))
    const fresh = newIds()
    return {
      ...values,
      clientId: isId('clientId') ? values.clientId : fresh.clientId,
      draftId: isId('draftId') ? values.draftId : fresh.draftId,
    } as FormValues
  }

  async function save(c: Context<Env>, values: FormValues) {
    const read = readEntry(values, await rulesFor(c, values))
    const procedure = await procedureOf(values)
    const faults: EntryFault[] = [
      ...(read.ok ? [] : read.faults),
      ...(procedure === undefined ? [{ code: 'procedure' as const, field: 'procedure' }] : []),
    ]
    if (!read.ok || procedure === undefined) return showForm(c, values, { faults })
    return enter(c, values, read.value, procedure)
  }

  async function enter(
    c: Context<Env>,
    values: FormValues,
    entry: CaseEntry,
    procedure: { code: string; field: string } | null,
  ) {
    const staff = c.get('staff')
    const ids = { clientId: lineOf(values, 'clientId'), draftId: lineOf(values, 'draftId') }
    const { input, notes } = caseOfEntry(entry, procedure, ids)
    const opened = await enterCase(deps, staff, input, { superior: entry.superior, notes })
    if (opened.ok) {
      const isFresh = opened.isNew || (await wasJustEntered(opened.code))
      const slip = await entrySlip(deps, staff, entry, { ...opened, secret: isFresh ? opened.secret : null })
      return inShell(c, <CaseSlipPage {...slip} />, slipWords.title)
    }
    switch (opened.error) {
      case 'forbidden':
        return errorResponse(c, deps, 403)
      case 'conflict': {
        const known = await findCaseByClientId(deps.db, hashClientId(deps, ids.clientId))
        return showForm(c, { ...values, ...newIds() }, { conflict: known?.code ?? null })
      }
      case 'origin-known': {
        const known = await knownCase(deps, staff, entry.originCode ?? '')
        return showForm(c, values, { faults: [{ code: 'origin-known', field: 'origin' }], known })
      }
      case 'office-closed':
        return showForm(c, values, { faults: [{ code: 'office-closed', field: 'office' }] })
      case 'unknown-office':
        return showForm(c, values, { faults: [{ code: 'office', field: 'office' }] })
    }
  }

  async function wasJustEntered(code: string): Promise<boolean> {
    const found = await findCase(deps.db, code)
    return found !== undefined && deps.now().getTime() - Date.parse(found.createdAt) < again
  }

  async function rulesFor(c: Context<Env>, values: FormValues) {
    const now = deps.now()
    const offices = await officesOf(deps, c.get('staff'))
    const closed = offices.filter((office) => !isInForce(office, dayOf(now)))
    const { allowsAnonymous } = await findContacts(deps.db, lineOf(values, 'office'))
    const codes = (list: typeof offices) => new Set(list.map(({ code }) => code))
    return { now, offices: codes(offices), closed: codes(closed), allowsAnonymous }
  }

  /** Null: none was named; undefined: what was typed is none of the catalogue. */
  async function procedureOf(values: FormValues) {
    const choice = await readChoice(deps.db, { kind: 'search', procedures: null }, lineOf(values, 'procedure'))
    if (choice === null) return null
    return 'procedure' in choice ? choice.procedure : undefined
  }

  async function showForm(c: Context<Env>, values: FormValues, refused: Refused = {}) {
    const { faults = [], fileFaults = [], known = null, conflict = null } = refused
    const offices = await officesOf(deps, c.get('staff'))
    const form = await entryForm(deps, offices, values)
    const page = <CaseEntryPage {...form} {...{ values, faults, fileFaults, known, conflict }} />
    const isKnown = conflict !== null || faults.some(({ code }) => code === 'origin-known')
    const status = isKnown ? 409 : faults.length + fileFaults.length > 0 ? 422 : 200
    return inShell(c, page, words.title, status)
  }

  function inShell(c: Context<Env>, page: VNode, title: string, status: 200 | 409 | 422 = 200) {
    const framed = (
      <StaffShell {...shellProps(c, deps)} current="caseEntry">
        {page}
      </StaffShell>
    )
    return staffPage(c, deps, framed, { title, status })
  }
}
