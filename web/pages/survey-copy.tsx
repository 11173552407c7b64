import { Field } from '../components/field'
import { paths } from '../paths'
import { surveyListWords as words } from '../vi/surveys'

export type SurveyCopyProps = {
  surveyKey: string
  /** As typed, or what is proposed. */
  proposed: string
  title: string
  error: keyof typeof words.copyProblems | null
}

/** Another survey with the same content: asks for its key and title. */
export function SurveyCopyPage({ surveyKey, proposed, title, error }: SurveyCopyProps) {
  const sentence = error ? words.copyProblems[error] : undefined
  return (
    <div class="stack">
      <h1>{words.copy}</h1>
      <section class="box narrow">
        <p>{words.copyAbout}</p>
        <form method="post" action={paths.staff.surveyDraft(surveyKey, 'sao-chep')}>
          <Field
            name="key"
            label={words.key}
            hint={words.keyHint}
            value={proposed}
            error={error === 'missing-title' ? undefined : sentence}
          />
          <Field
            name="title"
            label={words.name}
            value={title}
            error={error === 'missing-title' ? sentence : undefined}
          />
          <p class="row">
            <button type="submit" class="btn">
              {words.copy}
            </button>
            <a class="lnk" href={paths.staff.surveys()}>
              {words.cancel}
            </a>
          </p>
        </form>
      </section>
    </div>
  )
}
