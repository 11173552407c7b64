import type { EndProblem, TypedEnd } from '../../server/actions/office-ends'
import type { Merger } from '../../server/actions/office-merger'
import { Field, ProblemSummary } from '../components/field'
import { OfficeChoice, type OfficeOption } from '../components/office-choice'
import { paths } from '../paths'
import { keepWords } from '../vi/compounds'
import { endWords as words } from '../vi/office-ends'
import { endProblem } from '../vi/office-problems'
import { problems as problemWords } from '../vi/staff'

export type EndPageProps = {
  office: { code: string; name: string }
  /** Offices at work that may go on with its work. */
  options: OfficeOption[] | null
  typed: TypedEnd
  problems: EndProblem[]
  /** Names of the offices that problems speak of, by code. */
  names: Record<string, string>
}

/** Closing an office: its last day and, if there is one, who goes on. */
export function CloseOfficePage(props: EndPageProps) {
  const { office } = props
  return (
    <div class="stack">
      <h1>{keepWords(words.closeTitle(office.name))}</h1>
      <section class="box narrow">
        <p>{words.closeEffect}</p>
        <form method="post" action={paths.staff.office(office.code, 'dong')}>
          <Fields {...props} label={words.successor} hint={words.successorHint} none={words.noSuccessor} />
          <Buttons code={office.code} submit={words.close} />
        </form>
      </section>
    </div>
  )
}

/** Merging, first step: into which office and from when; nothing is changed yet. */
export function MergeOfficePage(props: EndPageProps) {
  const { office } = props
  return (
    <div class="stack">
      <h1>{keepWords(words.mergeTitle(office.name))}</h1>
      <section class="box narrow">
        <form method="get" action={paths.staff.office(office.code, 'sap-nhap')}>
          <Fields {...props} label={words.into} none={words.choose} />
          <Buttons code={office.code} submit={words.preview} />
        </form>
      </section>
    </div>
  )
}

type FieldsProps = EndPageProps & { label: string; hint?: string; none: string }

function Fields({ options, typed, problems, names, label, hint, none }: FieldsProps) {
  const texts = problems.map((problem) => ({
    field: /successor|tree/.test(problem.problem) ? 'successor' : 'lastDay',
    text: endProblem(problem, (code) => names[code] ?? code),
  }))
  return (
    <>
      <ProblemSummary title={words.refused} kept={problemWords.keptAll} problems={texts} />
      <OfficeChoice name="successor" label={label} hint={hint} none={none} options={options} value={typed.successor} />
      <Field name="lastDay" type="date" label={words.lastDay} hint={words.lastDayHint} value={typed.lastDay} required />
    </>
  )
}

function Buttons({ code, submit }: { code: string; submit: string }) {
  return (
    <p class="row">
      <button type="submit" class="btn">
        {submit}
      </button>
      <a class="lnk" href={paths.staff.office(code)}>
        {words.cancel}
      </a>
    </p>
  )
}

/** Merging, second step: everything that will happen, before it does. */
export function ConfirmMergerPage({ merger }: { merger: Merger }) {
  const { from, into, lastDay, children, guided, points, people, rises } = merger
  const paused = points.filter(({ closedAt }) => closedAt !== null).length
  return (
    <div class="stack">
      <h1>{keepWords(words.confirmTitle(from.name, into.name))}</h1>
      <section class="box narrow">
        <h2>{words.effects}</h2>
        <ul class="ul">
          <li>{words.end(from.name, lastDay)}</li>
          {rises && <li>{words.rises(from.name, into.name)}</li>}
          <li>{words.children(children.length, into.name)}</li>
          {guided.length > 0 && <li>{words.guided(guided.length, into.name)}</li>}
          <li>{words.points(points.length, paused)}</li>
          <li>{words.people(people, into.name)}</li>
          <li>{words.figures(from.name, into.name)}</li>
        </ul>
        <p class="note wa">{words.cannotUndo}</p>
        <form method="post" action={paths.staff.office(from.code, 'sap-nhap')}>
          <input type="hidden" name="successor" value={into.code} />
          <input type="hidden" name="lastDay" value={lastDay} />
          <Buttons code={from.code} submit={words.merge} />
        </form>
      </section>
    </div>
  )
}
