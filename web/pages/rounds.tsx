import type { RoundState } from '../../server/domain/round'
import { roundStates } from '../../server/domain/round'
import { RoundBar } from '../components/round-bar'
import { paths } from '../paths'
import { formatCount, formatShortPercent } from '../vi/format'
import { roundWords as words } from '../vi/rounds'

export type RoundOfficeLine = {
  code: string
  name: string
  depth: number
  population: number
  target: number
  /** Null: one to four, which this person may not see. */
  valid: number | null
  missing: number | null
  share: number | null
}

export type RoundLine = {
  id: string
  title: string
  survey: string
  fromOn: string
  toOn: string
  /** The last day that counts; earlier than `toOn` when the round was ended. */
  lastOn: string
  endedEarly: boolean
  state: RoundState
  /** The last day of the counts; null when nothing may be seen yet. */
  seenUntil: string | null
  total: { population: number; target: number; have: number | null; missing: number | null }
  expected: number | null
  /** To the last day; of a coming round to the first. */
  daysLeft: number
  offices: RoundOfficeLine[]
}

/** "Cần 371 phiếu, đã có 214, còn thiếu 157." */
export function totalSentence({ total, seenUntil, offices }: RoundLine): string {
  if (seenUntil === null) return words.notYet
  if (total.have === null || total.missing === null) return words.fewTotal
  if (total.have >= total.target && total.missing > 0 && offices.length > 1)
    return words.missingSomewhere(total.missing)
  return words.progress(total.target, total.have, total.missing)
}

/** How long it still takes, or since when it is over. */
export function daysSentence({ state, daysLeft, endedEarly, lastOn }: RoundLine): string {
  if (state === 'coming') return words.daysUntil(daysLeft)
  if (state === 'running') return words.daysLeft(daysLeft)
  return endedEarly ? words.ended(lastOn) : words.over(lastOn)
}

export type RoundPageProps = { line: RoundLine; note: string; mayChange: boolean; mayExport: boolean }

/** Every round by its state. */
export function RoundsPage({ lines, mayAdd }: { lines: RoundLine[]; mayAdd: boolean }) {
  return (
    <div class="stack">
      <div class="row">
        <h1>{words.title}</h1>
        {mayAdd && (
          <a class="btn push" href={paths.staff.round('moi')}>
            {words.add}
          </a>
        )}
      </div>
      <p>{words.about}</p>
      {lines.length === 0 && <p>{words.nothing}</p>}
      {lines.length > 0 &&
        roundStates.map((state) => (
          <section class="box" key={state}>
            <h2>{words.states[state]}</h2>
            <Rounds lines={lines.filter((line) => line.state === state)} state={state} />
          </section>
        ))}
    </div>
  )
}

function Rounds({ lines, state }: { lines: RoundLine[]; state: RoundState }) {
  if (lines.length === 0) return <p class="sm">{words.nothingIn[state]}</p>
  return (
    <ul class="rounds plain">
      {lines.map((line) => (
        <li key={line.id}>
          <h3>
            <a href={paths.staff.round(line.id)}>{line.title}</a>
          </h3>
          <p class="sm">
            {words.days(line.fromOn, line.toOn)} · {words.offices(line.offices.length)} · {line.survey}
          </p>
          <p class="row">
            {state !== 'coming' && <RoundBar share={shareOf(line)} />}
            <span>
              {state !== 'coming' && totalSentence(line)} {daysSentence(line)}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

const shareOf = ({ total }: RoundLine) =>
  total.have === null || total.target === 0 ? null : (100 * total.have) / total.target

/** One round: how far it is, in all and office by office in the order of the tree. */
export function RoundPage({ line, note, mayChange, mayExport }: RoundPageProps) {
  const { id, state } = line
  return (
    <div class="stack">
      <h1>{line.title}</h1>
      <p class="row">
        <span class={{ running: 'chip c-run', coming: 'chip c-idle', done: 'chip c-ok' }[state]}>
          {words.states[state]}
        </span>
        <span>
          {words.days(line.fromOn, line.toOn)}. {daysSentence(line)}
        </span>
        <span class="push row">
          {mayChange && state === 'running' && <a href={paths.staff.round(id, 'ket-thuc')}>{words.end}</a>}
          {mayChange && <a href={`${paths.staff.round('moi')}?tu=${encodeURIComponent(id)}`}>{words.copy}</a>}
          <a href={paths.staff.round(id, 'ke-hoach.docx')}>{words.plan}</a>
          {mayChange && (
            <a class="btn" href={paths.staff.round(id, 'sua')}>
              {words.edit}
            </a>
          )}
        </span>
      </p>
      <section class="box">
        <p class="lede">
          <b>{totalSentence(line)}</b>
        </p>
        {line.expected !== null && <p>{words.expected(line.expected)}</p>}
        <p class="sm">
          {words.survey}: {line.survey}. {line.seenUntil !== null && words.until(line.seenUntil)}
        </p>
        {note !== '' && <p class="sm">{note}</p>}
        <p class="note">{words.neverStops}</p>
      </section>
      <Offices line={line} />
      <p class="sm">{words.counting}</p>
      {mayExport && (
        <p class="row">
          {words.exportTitle}:
          {(['xlsx', 'csv', 'docx', 'pdf'] as const).map((format) => (
            <a key={format} href={paths.staff.exports('rounds', format, { from: line.fromOn, to: line.toOn })}>
              {format.toUpperCase()}
            </a>
          ))}
        </p>
      )}
    </div>
  )
}

function Offices({ line: { offices, total } }: { line: RoundLine }) {
  const { columns } = words
  return (
    <div class="box wide">
      <table class="tab fold rated round">
        <thead>
          <tr>
            <th scope="col">{columns.office}</th>
            <th scope="col" class="r">
              {columns.population}
            </th>
            <th scope="col" class="r">
              {columns.target}
            </th>
            <th scope="col" class="r">
              {columns.have}
            </th>
            <th scope="col" class="r">
              {columns.missing}
            </th>
            <th scope="col">{columns.share}</th>
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <tr key={office.code}>
              <th scope="row" class={`d${Math.min(4, office.depth)}`}>
                {office.name}
              </th>
              <Numbers {...office} have={office.valid} />
            </tr>
          ))}
        </tbody>
        {offices.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <Numbers
                {...total}
                share={total.have === null || total.target === 0 ? null : (100 * total.have) / total.target}
              />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

type NumbersProps = {
  population: number
  target: number
  have: number | null
  missing: number | null
  share: number | null
}

function Numbers({ population, target, have, missing, share }: NumbersProps) {
  const { columns } = words
  return (
    <>
      <td class="r" data-label={columns.population}>
        {formatCount(population)}
      </td>
      <td class="r" data-label={columns.target}>
        {formatCount(target)}
      </td>
      <td class="r" data-label={columns.have}>
        {have === null ? words.few : formatCount(have)}
      </td>
      <td class="r" data-label={columns.missing}>
        {missing === null ? '–' : formatCount(missing)}
      </td>
      <td class="nw" data-label={columns.share}>
        <span class="goal-cell">
          <RoundBar share={share} /> {share === null ? '–' : formatShortPercent(share)}
        </span>
      </td>
    </>
  )
}

/** Asks once more before a round is ended. */
export function RoundEndPage({ id, title }: { id: string; title: string }) {
  return (
    <div class="stack">
      <h1>{words.endTitle}</h1>
      <section class="box narrow">
        <p>
          <b>{title}</b>
        </p>
        <p>{words.endAbout}</p>
        <form method="post" action={paths.staff.round(id, 'ket-thuc')}>
          <p class="row">
            <button type="submit" class="btn">
              {words.end}
            </button>
            <a class="lnk" href={paths.staff.round(id)}>
              {words.cancel}
            </a>
          </p>
        </form>
      </section>
    </div>
  )
}
