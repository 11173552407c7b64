import { type FormValues, lineOf, rowsOf } from '../../server/domain/form-values'
import type { RoundFault, TableFault } from '../../server/domain/round-form'
import { Field, ProblemSummary } from '../components/field'
import { paths } from '../paths'
import { roundWords as words } from '../vi/rounds'

export type RoundFormProps = {
  /** Null: a new round. */
  id: string | null
  offices: { code: string; name: string; depth: number }[]
  surveys: { value: string; label: string }[]
  values: FormValues
  faults: RoundFault[]
  /** What a pasted table filled in, and its lines that fitted nothing. */
  table: { filled: number; faults: TableFault[] } | null
  /** What somebody else saved while this form was open. */
  saved?: SavedRound
}
type SavedRound = { title: string; fromOn: string; toOn: string; offices: number; ended: boolean }

/** A round as a form: title, survey, days, and for each office its dossiers and target. */
export function RoundFormPage(props: RoundFormProps) {
  const { id, surveys, values, faults } = props
  const error = (field: string) => {
    const fault = faults.find((one) => one.field === field)
    return fault && words.faults[fault.code]
  }
  const address = id === null ? paths.staff.round('moi') : paths.staff.round(id, 'sua')
  const text = (name: string) => values[name]?.at(-1) ?? ''
  return (
    <div class="stack">
      <h1>{id === null ? words.add : words.change}</h1>
      <form
        method="post"
        action={address}
        data-unsaved={props.table || props.saved ? 'changed' : ''}
        data-keys
        class="stack"
      >
        <ProblemSummary
          title={words.problem}
          kept={words.kept}
          problems={faults.map(({ code, field }) => ({ field, text: words.faults[code] }))}
        />
        {props.saved && id !== null && <Saved id={id} {...props.saved} />}
        {id !== null && <input type="hidden" name="based" value={text('based')} />}
        <section class="box">
          {/* First in the form, so that Enter saves. */}
          <button type="submit" class="hid" name="lam" value="save" data-key="s" tabIndex={-1}>
            {words.save}
          </button>
          <Field name="title" label={words.name} hint={words.nameHint} value={text('title')} error={error('title')} />
          <div class="field">
            <label for="survey">{words.survey}</label>
            <select id="survey" name="survey">
              {surveys.map(({ value, label }) => (
                <option key={value} value={value} selected={value === text('survey')}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <div class="row two">
            <Field name="from" type="date" label={words.from} value={text('from')} error={error('from')} />
            <Field name="to" type="date" label={words.to} value={text('to')} error={error('to')} />
          </div>
          <div class={error('note') ? 'field bad' : 'field'}>
            <label for="note">{words.note}</label>
            <p class="sm">{words.noteHint}</p>
            {error('note') && <p class="msg">{error('note')}</p>}
            <textarea id="note" name="note" class="t" rows={3}>
              {text('note')}
            </textarea>
          </div>
        </section>
        <Offices {...props} />
        <p class="row">
          <button type="submit" class="btn" name="lam" value="save">
            {words.save}
          </button>
          <a class="lnk" href={id === null ? paths.staff.rounds() : paths.staff.round(id)}>
            {words.cancel}
          </a>
        </p>
      </form>
    </div>
  )
}

function Saved({ id, title, fromOn, toOn, offices, ended }: SavedRound & { id: string }) {
  const facts = [title, words.days(fromOn, toOn), words.offices(offices), ...(ended ? [words.endedNow] : [])]
  return (
    <div class="note er" role="alert">
      <h2>{words.savedByOther}</h2>
      <p>{words.savedNow(facts)}</p>
      <p>
        {words.kept} {words.saveOver}{' '}
        <a href={paths.staff.round(id)} target="_blank" rel="noreferrer">
          {words.lookAtSaved}
        </a>
      </p>
    </div>
  )
}

function Offices({ id, offices, values, faults, table }: RoundFormProps) {
  const { columns } = words
  const address = id === null ? paths.staff.round('moi') : paths.staff.round(id, 'sua')
  const rows = new Map(rowsOf(values, 'o').map((row) => [lineOf(row, 'code'), row]))
  return (
    <section class="box" id="offices">
      <h2>{words.officesTitle}</h2>
      <p class="sm">{words.officesAbout}</p>
      {table && <TableResult {...table} />}
      <details open={Boolean(table?.faults.length)}>
        <summary>{words.table}</summary>
        <p class="sm" id="table-hint">
          {words.tableAbout}
        </p>
        <textarea name="table" class="t" rows={5} aria-label={words.tableField} aria-describedby="table-hint">
          {values.table?.at(-1) ?? ''}
        </textarea>
        <p>
          <button type="submit" class="btn alt" name="lam" value="fill" formaction={`${address}#offices`}>
            {words.fill}
          </button>
        </p>
      </details>
      <table class="tab fold round-form">
        <thead>
          <tr>
            <th scope="col">{columns.office}</th>
            <th scope="col">{columns.population}</th>
            <th scope="col">{columns.target}</th>
          </tr>
        </thead>
        <tbody>
          {offices.map(({ code, name, depth }, at) => {
            const row = rows.get(code) ?? {}
            return (
              <tr key={code}>
                <th scope="row" class={`d${Math.min(4, depth)}`}>
                  <input type="hidden" name={`o.${at}.code`} value={code} />
                  <label class="pick">
                    <input
                      type="checkbox"
                      name={`o.${at}.in`}
                      value="1"
                      checked={lineOf(row, 'in') === '1'}
                      aria-label={words.chosen(name)}
                    />
                    <b>
                      {name} <span class="sm">{code}</span>
                    </b>
                  </label>
                </th>
                <Count
                  name={`o.${at}.population`}
                  label={words.populationOf(name)}
                  column={columns.population}
                  {...{ row, faults }}
                />
                <Count
                  name={`o.${at}.target`}
                  label={words.targetOf(name)}
                  column={columns.target}
                  {...{ row, faults }}
                />
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

type CountProps = { name: string; label: string; column: string; row: FormValues; faults: RoundFault[] }

function Count({ name, label, column, row, faults }: CountProps) {
  const fault = faults.find((one) => one.field === name)
  const field = name.split('.').at(-1) ?? ''
  return (
    <td data-label={column}>
      <input
        class="t few"
        id={name}
        name={name}
        inputmode="numeric"
        autocomplete="off"
        value={row[field]?.at(-1) ?? ''}
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault && `${name}-error`}
        data-count={field}
      />
      {fault && (
        <p class="msg" id={`${name}-error`}>
          {words.faults[fault.code]}
        </p>
      )}
    </td>
  )
}

function TableResult({ filled, faults }: { filled: number; faults: TableFault[] }) {
  return (
    <div class={faults.length > 0 ? 'note wa' : 'note'} role="status">
      <p>{words.filled(filled)}</p>
      {faults.map(({ line, text }) => (
        <p key={line}>{words.unfilled(line, text)}</p>
      ))}
    </div>
  )
}
