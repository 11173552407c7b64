import { type ContactField, type ContactSwitch, contactFields, contactSwitches } from '../../server/domain/contacts'
import { ProblemSummary } from '../components/field'
import { Select } from '../components/select'
import { paths } from '../paths'
import { keepWords } from '../vi/compounds'
import { contactWords as words } from '../vi/contacts'
import { officesWords } from '../vi/offices'
import { problems as problemWords } from '../vi/staff'

/** A text that holds; `of`: the office it comes from, null when it is the own one. */
type Held = { text: string; of: string | null } | null
export type ContactLine = { code: string; name: string; depth: number; folded: number } & Record<
  'phone' | 'zalo' | 'email' | 'reception',
  Held
>

/** How each office is reached, in the order of the tree. */
export function ContactsPage({ lines, notice }: { lines: ContactLine[]; notice: string | null }) {
  const { columns } = words
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {notice && (
        <p class="note" role="status">
          {notice}
        </p>
      )}
      <p>{words.about}</p>
      <section class="box">
        <table class="tab fold tree">
          <thead>
            <tr>
              <th scope="col">{columns.office}</th>
              <th scope="col">{columns.phone}</th>
              <th scope="col">{columns.online}</th>
              <th scope="col">{columns.reception}</th>
              <th scope="col">{columns.board}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.code} line={line} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function Line({ line: { code, name, depth, folded, phone, zalo, email, reception } }: { line: ContactLine }) {
  const { columns } = words
  return (
    <tr class={`d${Math.min(depth, 6)}`}>
      <th scope="row">
        <a href={paths.staff.contact(code)} aria-label={words.change(name)}>
          {name}
        </a>
        {folded > 0 && (
          <div class="sm">
            <a href={paths.staff.contacts({ duoi: code })}>{officesWords.below(folded)}</a>
          </div>
        )}
      </th>
      <td data-label={columns.phone}>
        <Shown held={phone && { ...phone, text: phone.text.replace(/(\d) (?=\d)/g, '$1\u00a0') }} />
      </td>
      <td data-label={columns.online}>
        {zalo === null && email === null && <Shown held={null} />}
        {zalo && <Shown held={zalo} />}
        {email && <Shown held={email} />}
      </td>
      <td data-label={columns.reception}>
        <Shown held={reception} />
      </td>
      <td data-label={columns.board} class="nw">
        {(['a4', 'a3'] as const).map((size) => (
          <>
            <a
              href={paths.staff.contact(code, `niem-yet-${size}.pdf`)}
              aria-label={words.printOf(size.toUpperCase(), name)}
            >
              {size.toUpperCase()}
            </a>{' '}
          </>
        ))}
      </td>
    </tr>
  )
}

/** An own text as it is, one from above quieter. */
function Shown({ held }: { held: Held }) {
  if (held === null) return <span class="sm">{words.none}</span>
  if (held.of === null) return <div>{held.text}</div>
  return (
    <div>
      <span class="sm">
        <span class="hid">{words.from(held.of)}: </span>
        {held.text}
      </span>
    </div>
  )
}

export type ContactFormProps = {
  office: { code: string; name: string }
  typed: Record<ContactField | ContactSwitch, string>
  /** What holds while a field is empty, and whose it is. */
  inherited: Record<ContactField, { text: string; of: string } | null>
  above: Record<ContactSwitch, boolean>
  /** Days for an answer, and what the print leaves out. */
  board: { days: number; missing: readonly string[] }
  wrong: readonly ContactField[]
}

/** How one office is reached; empty fields say what is taken over and from whom. */
export function ContactFormPage({ office, typed, inherited, above, board, wrong }: ContactFormProps) {
  const problems = wrong.map((field) => ({ field, text: words.wrong[field] }))
  return (
    <div class="stack">
      <h1>{keepWords(words.formTitle(office.name))}</h1>
      <ProblemSummary title={problemWords.title} kept={problemWords.keptAll} problems={problems} />
      <form class="box" method="post" action={paths.staff.contact(office.code)} data-unsaved>
        {contactFields.map((field) => (
          <ContactInput
            key={field}
            {...{ field, office: office.name, value: typed[field] }}
            {...{ inherited: inherited[field], wrong: wrong.includes(field) }}
          />
        ))}
        {contactSwitches.map((name) => (
          <Select
            key={name}
            name={name}
            label={words.switches[name]}
            hint={words.switchHints[name]}
            chosen={typed[name]}
            options={[
              { value: '', label: words.follows(above[name]) },
              { value: '1', label: words.yes },
              { value: '0', label: words.no },
            ]}
          />
        ))}
        <p class="row">
          <button type="submit" class="btn">
            {words.save}
          </button>
          <a href={paths.staff.contacts()}>{words.cancel}</a>
        </p>
      </form>
      <Board code={office.code} {...board} />
    </div>
  )
}

type InputProps = {
  field: ContactField
  /** Name of the office of the form. */
  office: string
  value: string
  inherited: { text: string; of: string } | null
  wrong: boolean
}

function ContactInput({ field, office, value, inherited, wrong }: InputProps) {
  const described = `${field}-hint ${field}-above${wrong ? ` ${field}-error` : ''}`
  const common = { id: field, name: field, 'aria-describedby': described, 'aria-invalid': wrong || undefined }
  return (
    <div class={wrong ? 'field bad' : 'field'}>
      <label for={field}>{words.labels[field]}</label>
      <p class="sm" id={`${field}-hint`}>
        {words.hints[field]}
      </p>
      {wrong && (
        <p class="msg" id={`${field}-error`}>
          {words.wrong[field]}
        </p>
      )}
      {field === 'reception' || field === 'dataContact' ? (
        <textarea {...common} rows={3}>
          {value}
        </textarea>
      ) : (
        <input {...common} class="t" value={value} autocomplete="off" />
      )}
      <p class="sm" id={`${field}-above`}>
        {inherited ? words.inherited(inherited.text, inherited.of === office ? null : inherited.of) : words.nobody}
      </p>
    </div>
  )
}

function Board({ code, days, missing }: { code: string; days: number; missing: readonly string[] }) {
  return (
    <section class="box">
      <h2>{words.board}</h2>
      <p>{words.boardAbout(days)}</p>
      {missing.length > 0 && <p class="note wa">{words.boardMissing(missing.join(', '))}</p>}
      <p class="row">
        {(['a4', 'a3'] as const).map((size) => (
          <a key={size} class="btn alt" href={paths.staff.contact(code, `niem-yet-${size}.pdf`)}>
            {words.print[size]}
          </a>
        ))}
      </p>
    </section>
  )
}
