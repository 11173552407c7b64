import type { BackupFile } from '../../server/store/backup-folder'
import { Field } from '../components/field'
import { paths } from '../paths'
import { backupWords as words } from '../vi/backups-page'
import { formatBytes, formatMoment } from '../vi/format'

export type BackupsProps = {
  files: BackupFile[]
  /** The last good one that was made by itself or by hand; `age` in words. */
  last: { name: string; at: string; age: string; old: boolean } | null
  failure: { at: string; sentence: string } | null
  /** Time of day of the nightly one; null: off. */
  schedule: string | null
  folder: string
  second: string | null
}

/** How backups stand, a button for one now, and the list. */
export function BackupsPage({ files, last, failure, schedule, folder, second }: BackupsProps) {
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {failure && (
        <p class="note er" role="status">
          <b>{words.failedAt(formatMoment(failure.at))}</b> {failure.sentence}
        </p>
      )}
      <section class="box">
        <dl class="kv">
          <dt>{words.last}</dt>
          <dd>
            {last ? (
              <>
                {formatMoment(last.at)}{' '}
                <span class={last.old ? 'chip c-late' : 'chip c-ok'}>{words.ago(last.age)}</span>
              </>
            ) : (
              words.none
            )}
          </dd>
          <dt>{words.folder}</dt>
          <dd class="seal">{folder}</dd>
          <dt>{words.second}</dt>
          <dd class={second ? 'seal' : undefined}>{second ?? words.noSecond}</dd>
        </dl>
        {!second && <p class="sm">{words.noSecondAbout}</p>}
        <form method="post" action={paths.staff.backups()}>
          <button type="submit" class="btn">
            {words.make}
          </button>
        </form>
        <p class="sm">{words.about}</p>
        <p class="sm">
          {schedule ? words.schedule(schedule) : words.scheduleOff} {words.kept}
        </p>
      </section>
      {files.length > 0 && <List files={files} />}
    </div>
  )
}

function List({ files }: { files: BackupFile[] }) {
  const { columns } = words
  return (
    <section class="box">
      <h2>{words.list}</h2>
      <div class="wide">
        <table class="tab fold">
          <thead>
            <tr>
              <th scope="col">{columns.at}</th>
              <th scope="col">{columns.kind}</th>
              <th scope="col">{columns.counts}</th>
              <th scope="col" class="r">
                {columns.size}
              </th>
              <th scope="col">{columns.version}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.name}>
                <th scope="row" class="nw">
                  <a href={paths.staff.backup(file.name)}>{formatMoment(file.at)}</a>
                </th>
                <td>{words.kinds[file.kind]}</td>
                <td data-label={columns.counts}>{countsOf(file)}</td>
                <td class="r" data-label={columns.size}>
                  {formatBytes(file.bytes)}
                </td>
                <td data-label={columns.version}>{file.manifest?.program ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function countsOf({ manifest }: BackupFile): string {
  return manifest ? words.counts(manifest.counts.responses, manifest.counts.entries) : words.unreadable
}

export type BackupPageProps = {
  file: BackupFile
  command: string
  problem: keyof typeof words.problems | null
}

/** One backup: what it holds, how to check it, restore it, and take it away. */
export function BackupPage({ file, command, problem }: BackupPageProps) {
  return (
    <div class="stack">
      <h1>
        {words.kinds[file.kind]} · {formatMoment(file.at)}
      </h1>
      <section class="box narrow">
        <dl class="kv">
          <dt>{words.file}</dt>
          <dd class="seal">{file.name}</dd>
          <dt>{words.columns.size}</dt>
          <dd>{formatBytes(file.bytes)}</dd>
          <dt>{words.columns.counts}</dt>
          <dd>{countsOf(file)}</dd>
          <dt>{words.columns.version}</dt>
          <dd>{file.manifest?.program ?? '–'}</dd>
        </dl>
        <form method="post" action={paths.staff.backup(file.name, 'kiem-tra')}>
          <button type="submit" class="btn alt">
            {words.check}
          </button>
        </form>
        <p class="sm">{words.checkAbout}</p>
      </section>
      <section class="box narrow">
        <h2>{words.restoreTitle}</h2>
        <p>{words.restoreAbout}</p>
        <pre class="command">{command}</pre>
        <p class="sm">{words.restoreElsewhere}</p>
      </section>
      <section class="box narrow">
        <h2>{words.download}</h2>
        <p>{words.downloadAbout}</p>
        <form method="post" action={paths.staff.backup(file.name, 'tai-ve')}>
          <Field
            name="password"
            label={words.password}
            type="password"
            autocomplete="current-password"
            error={problem ? words.problems[problem] : undefined}
            required
          />
          <button type="submit" class="btn alt">
            {words.download}
          </button>
        </form>
      </section>
      <p>
        <a href={paths.staff.backups()}>{words.back}</a>
      </p>
    </div>
  )
}
