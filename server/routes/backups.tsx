import { createReadStream } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { StaffShell } from '../../web/components/staff-shell'
import { BackupPage, type BackupPageProps, BackupsPage } from '../../web/pages/backups'
import { paths } from '../../web/paths'
import { backupWords as faultWords, toolSentence } from '../../web/vi/backup'
import { backupWords as words } from '../../web/vi/backups-page'
import { formatBytes, formatMoment } from '../../web/vi/format'
import { recordDownload } from '../actions/backups'
import { checkPassword } from '../actions/staff'
import { backUpNow, lookAtBackups } from '../backup-jobs'
import type { Deps } from '../deps'
import { staleAfter } from '../domain/backup-schedule'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import type { Outcome } from '../progress'
import { staffPage } from '../render'
import { sendFile } from '../send-file'
import { type Env, needs, shellProps, wholeInstallation } from '../session'
import { passwordLimit } from '../sign-in-limits'
import { type BackupFile, describeBackup, listBackups } from '../store/backup-folder'

const base = '/can-bo/sao-luu'

/** Backups: how they stand, one now, checking one, taking one away. */
export function backupRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const limit = passwordLimit(deps.config.rateLimits)
  const folder = join(deps.config.dataDir, 'backups')
  app.use(base, needs('backups.manage'), wholeInstallation)
  app.use(`${base}/*`, needs('backups.manage'), wholeInstallation)

  app.get(base, (c) => showBackups(c, deps, folder))

  app.post(base, (c) => {
    const staff = c.get('staff')
    const id = deps.progress.start(words.making, staff.id, async () => {
      const made = await backUpNow(deps, staff)
      return { ...(made.ok ? madeOutcome(made) : { ok: false, text: sentenceOf(made) }), next }
    })
    return c.redirect(paths.staff.job(id), 303)
  })

  app.get(`${base}/:file`, async (c) => {
    const file = await describeBackup(folder, c.req.param('file'))
    return file ? showBackup(c, deps, file, null) : errorResponse(c, deps, 404)
  })

  app.post(`${base}/:file/kiem-tra`, async (c) => {
    const found = await describeBackup(folder, c.req.param('file'))
    if (!found) return errorResponse(c, deps, 404)
    const id = deps.progress.start(words.check, c.get('staff').id, () => check(deps, join(folder, found.name)))
    return c.redirect(paths.staff.job(id), 303)
  })

  app.post(`${base}/:file/tai-ve`, async (c) => {
    const staff = c.get('staff')
    const found = await describeBackup(folder, c.req.param('file'))
    if (!found) return errorResponse(c, deps, 404)
    const wait = await limit.wait(staff.id)
    if (wait > 0) {
      c.header('Retry-After', String(wait))
      return showBackup(c, deps, found, 'too-many')
    }
    const { password = '' } = await readForm(c)
    if ((await checkPassword(deps.db, staff.login, password)) !== staff.id)
      return showBackup(c, deps, found, 'wrong-password')
    await limit.succeeded(staff.id)
    await recordDownload({ ...deps, staff }, found.name)
    const body = Readable.toWeb(createReadStream(join(folder, found.name))) as ReadableStream<Uint8Array>
    return sendFile(c, { contentType: 'application/octet-stream', fileName: found.name, body })
  })
  return app
}

const next = { address: paths.staff.backups(), label: words.back }

function madeOutcome(made: Extract<Awaited<ReturnType<typeof backUpNow>>, { ok: true }>): Omit<Outcome, 'next'> {
  const { file, bytes, counts, second, without } = made
  const lines = [
    second && (second.ok ? words.secondDone(second.file) : words.secondFailed(second.reason)),
    without && faultWords.backup.ownRows(toolSentence(without)),
  ]
  const name = file.split(/[\\/]/).at(-1) ?? file
  const text = words.made(name, counts.responses, counts.entries, formatBytes(bytes))
  return { ok: true, text, lines: lines.filter((line) => line !== null) }
}

const sentenceOf = ({ error, reason }: { error: string; reason: string }) =>
  [words.faults[error] ?? words.faults.unknown, reason && `(${reason})`].filter(Boolean).join(' ')

async function check(deps: Deps, file: string): Promise<Outcome> {
  const checked = await deps.deeds.do({ kind: 'check', file })
  if (checked.ok) {
    const { responses, entries } = checked.manifest.counts
    return { ok: true, text: words.checked(responses, entries), next }
  }
  return { ok: false, text: 'tool' in checked ? toolSentence(checked) : faultWords.faults[checked.error], next }
}

async function showBackups(c: Context<Env>, deps: Deps, folder: string) {
  const { lastGood, lastFailure } = await lookAtBackups(deps)
  const age = lastGood ? deps.now().getTime() - Date.parse(lastGood.at) : 0
  const page = (
    <StaffShell {...shellProps(c, deps)} warning={null} current="backups">
      <BackupsPage
        files={await listBackups(folder)}
        last={lastGood && { ...lastGood, age: words.age(age), old: age > staleAfter }}
        failure={lastFailure && { at: lastFailure.at, sentence: sentenceOf(lastFailure) }}
        schedule={deps.training ? null : deps.config.backupAt}
        folder={resolve(folder)}
        second={deps.config.backupDir}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.title })
}

function showBackup(c: Context<Env>, deps: Deps, file: BackupFile, problem: BackupPageProps['problem']) {
  const command = `npm run -s hailong -- restore "${resolve(deps.config.dataDir, 'backups', file.name)}" --force`
  const page = (
    <StaffShell {...shellProps(c, deps)} current="backups">
      <BackupPage file={file} command={command} problem={problem} />
    </StaffShell>
  )
  const status = problem === 'too-many' ? 429 : problem ? 422 : 200
  return staffPage(c, deps, page, { title: `${words.kinds[file.kind]} ${formatMoment(file.at)}`, status })
}
