import type { ComponentChildren } from 'preact'
import type { Office } from '../../db/offices'
import { OfficeForm, type OfficeFormProps } from '../components/office-form'
import { OfficeHistory, type OfficeHistoryProps } from '../components/office-history'
import { paths } from '../paths'
import { keepWords } from '../vi/compounds'
import { formatDay } from '../vi/format'
import { officeKindNames } from '../vi/kinds'
import { officesWords as listWords, officeLabel, officeWords as words } from '../vi/offices'

/** `isOutside`: not in the part of the tree that the person manages. */
type Named = { code: string; name: string; validTo: string | null; isOutside?: boolean }
/** The first of a longer list, and how many it has. */
type Some<T> = { first: T[]; total: number }

export type OfficePageProps = {
  office: Office
  /** Offices above it, the top one first. */
  trail: Named[]
  successor: Named | null
  guide: Named | null
  oldNames: { name: string; untilOn: string }[]
  predecessors: Named[]
  children: Some<Named>
  below: number
  guided: Some<Named>
  points: Some<{ code: string; name: string; open: boolean; replacedBy: string | null }>
  people: number
  isOwnTop: boolean
  form: OfficeFormProps
  history: OfficeHistoryProps['entries']
  done: keyof typeof words.done | null
  /** Why it could not be opened again. */
  problem: string | null
}

/** One office: what is known of it, what belongs to it, changing it, ending it, its history. */
export function OfficePage(props: OfficePageProps) {
  const { office, trail, done, problem, form, history } = props
  return (
    <div class="stack">
      <nav aria-label={listWords.trail} class="row trail">
        <a href={paths.staff.offices()}>{listWords.title}</a>
        {trail.map(({ code, name }) => (
          <a key={code} href={paths.staff.office(code)}>
            {name}
          </a>
        ))}
      </nav>
      <h1>{keepWords(office.name)}</h1>
      {done && (
        <p class="note" role="status">
          {words.done[done]}
        </p>
      )}
      {problem && (
        <p class="note er" role="alert">
          {problem}
        </p>
      )}
      <Closed {...props} />
      <div class="cols">
        <div class="stack">
          <Facts {...props} />
          <Belonging {...props} />
          <OfficeHistory entries={history} />
        </div>
        <div class="stack">
          <details class="box" open={form.problems.length > 0}>
            <summary>{words.changeTitle}</summary>
            <OfficeForm {...form} />
          </details>
          <Ends {...props} />
        </div>
      </div>
    </div>
  )
}

function Closed({ office, successor }: OfficePageProps) {
  if (office.validTo === null) return null
  return (
    <p class="note wa">
      {words.closed(office.validTo)}{' '}
      {successor && (
        <>
          {words.continued} <OfficeLink office={successor} />.{' '}
        </>
      )}
      {words.keptData}
    </p>
  )
}

function Facts({ office, trail, guide, oldNames, predecessors }: OfficePageProps) {
  const { facts } = words
  const parent = trail.at(-1)
  const rows: [string, ComponentChildren][] = [
    [facts.code, <span class="num">{office.code}</span>],
    [facts.kind, officeKindNames[office.kind]],
    [facts.parentCode, parent ? <OfficeLink office={parent} /> : words.topOfTree],
    [facts.address, office.address],
    [facts.phone, office.phone],
    [facts.agencyId, office.agencyId],
    [facts.validFrom, office.validFrom && formatDay(office.validFrom)],
    [facts.validTo, office.validTo && formatDay(office.validTo)],
    [facts.guidedByCode, guide && <OfficeLink office={guide} />],
    [
      words.oldNames,
      oldNames.length > 0 && oldNames.map(({ name, untilOn }) => <p>{words.untilDay(name, untilOn)}</p>),
    ],
    [
      words.predecessors,
      predecessors.length > 0 &&
        predecessors.map((one) => (
          <p>
            <OfficeLink office={one} />
          </p>
        )),
    ],
  ]
  return (
    <section class="box">
      <dl class="kv">
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
      </dl>
      {predecessors.length > 0 && <p class="sm">{words.predecessorsAbout}</p>}
      <p class="row">
        <a href={paths.staff.results({ place: `c.${office.code}` })}>{words.results}</a>
        <a href={paths.staff.target(office.code)}>{words.targets}</a>
      </p>
    </section>
  )
}

function OfficeLink({ office }: { office: Named }) {
  const label = officeLabel(office)
  return office.isOutside ? <span>{label}</span> : <a href={paths.staff.office(office.code)}>{label}</a>
}

function Belonging({ office, children, below, guided, points, people }: OfficePageProps) {
  return (
    <>
      <section class="box">
        <h2>{words.children}</h2>
        {children.total === 0 ? <p>{words.noChildren}</p> : <Names {...children} />}
        <p class="row">
          {office.validTo === null && (
            <a class="btn alt" href={paths.staff.newOffice({ cha: office.code })}>
              {words.addChild}
            </a>
          )}
          {below > children.first.length && (
            <a href={paths.staff.offices({ duoi: office.code })}>{words.allBelow(below)}</a>
          )}
        </p>
        {guided.total > 0 && (
          <>
            <h2>{words.guided}</h2>
            <Names {...guided} />
          </>
        )}
      </section>
      <section class="box">
        <h2>{words.points}</h2>
        {points.total === 0 && <p>{words.noPoints}</p>}
        <ul class="plain">
          {points.first.map(({ code, name, open, replacedBy }) => (
            <li key={code}>
              <a href={paths.staff.point(code)}>{name}</a> <span class="sm num">{code}</span>{' '}
              {replacedBy && <span class="sm">{words.replaced(replacedBy)}</span>}
              {!replacedBy && !open && <span class="chip c-idle">{words.paused}</span>}
            </li>
          ))}
          {points.total > points.first.length && <li>{words.more(points.total - points.first.length)}</li>}
        </ul>
        <p class="row">
          {office.validTo === null && (
            <a class="btn alt" href={paths.staff.newPoint({ 'co-quan': office.code })}>
              {words.addPoint}
            </a>
          )}
          <a href={paths.staff.points({ 'co-quan': office.code })}>{words.toPoints}</a>
        </p>
        <p class="sm">{words.people(people)}</p>
      </section>
    </>
  )
}

function Names({ first, total }: Some<Named>) {
  return (
    <ul class="plain">
      {first.map((one) => (
        <li key={one.code}>
          <OfficeLink office={one} />
        </li>
      ))}
      {total > first.length && <li>{words.more(total - first.length)}</li>}
    </ul>
  )
}

function Ends({ office, isOwnTop }: OfficePageProps) {
  if (isOwnTop) return <p class="box sm">{words.ownTop}</p>
  return (
    <section class="box">
      <h2>{words.ends}</h2>
      {office.validTo === null ? (
        <>
          <p>
            <a class="btn alt" href={paths.staff.office(office.code, 'sap-nhap')}>
              {words.merge}
            </a>
          </p>
          <p class="sm">{words.mergeAbout}</p>
          <p>
            <a class="btn alt" href={paths.staff.office(office.code, 'dong')}>
              {words.close}
            </a>
          </p>
          <p class="sm">{words.closeAbout}</p>
        </>
      ) : (
        <form method="post" action={paths.staff.office(office.code, 'mo-lai')}>
          <button type="submit" class="btn alt">
            {words.reopen}
          </button>
          <p class="sm">{words.reopenAbout}</p>
        </form>
      )}
    </section>
  )
}
