import { CitizenFoot, Frame } from '../components/frame'
import { LettersSwitch } from '../components/letters-switch'
import { paths } from '../paths'
import { keepWords } from '../vi/compounds'
import { follow as words } from '../vi/follow'

export type FollowFormProps = {
  /** Name of the installation's own office. */
  office?: string
  code: string
  secret: string
  /** What happened to the try before, as sentences. */
  problem?: { title: string; texts: string[]; atFields: boolean }
  /** What was typed into a form whose time was over, carried along. */
  carried?: readonly [name: string, value: string][]
}

/** Two codes that open a case. The look-up code never stands in an address; a script takes it from behind the `#`. */
export function FollowFormPage({ office, code, secret, problem, carried = [] }: FollowFormProps) {
  return (
    <Frame office={office} place={words.title} foot={<CitizenFoot />}>
      <h1>{keepWords(words.title)}</h1>
      {problem && (
        <div class={problem.atFields ? 'note er' : 'note wa'} role="alert">
          <h2>{problem.title}</h2>
          {problem.texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      <p>{words.about}</p>
      <LettersSwitch />
      <form method="post" action={paths.follow()} data-follow>
        <CodeField name="ma" label={words.code} hint={words.codeHint} value={code} wrong={problem?.atFields} />
        <CodeField
          name="bi-mat"
          label={words.secret}
          hint={words.secretHint}
          value={secret}
          wrong={problem?.atFields}
        />
        {carried.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p class="send">
          <button type="submit" class="btn">
            {words.open}
          </button>
        </p>
      </form>
      <p class="sm">{words.lost}</p>
      <p>
        <a class="lnk" href={paths.feedback()}>
          {words.send}
        </a>
      </p>
    </Frame>
  )
}

type CodeFieldProps = { name: string; label: string; hint: string; value: string; wrong?: boolean }

function CodeField({ name, label, hint, value, wrong }: CodeFieldProps) {
  return (
    <div class={wrong ? 'field bad' : 'field'}>
      <label class="ask" for={name}>
        {label}
      </label>
      <p class="sm" id={`${name}-hint`}>
        {hint}
      </p>
      <input
        class="t typed"
        id={name}
        name={name}
        value={value}
        maxLength={80}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby={`${name}-hint`}
        aria-invalid={wrong || undefined}
      />
    </div>
  )
}
