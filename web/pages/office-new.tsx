import { OfficeForm, type OfficeFormProps } from '../components/office-form'
import { paths } from '../paths'
import { officeFormWords as formWords, officesWords as words } from '../vi/offices'

/** A new office. */
export function NewOfficePage(form: OfficeFormProps) {
  return (
    <div class="stack">
      <nav aria-label={words.trail} class="row trail">
        <a href={paths.staff.offices()}>{words.title}</a>
      </nav>
      <h1>{formWords.newTitle}</h1>
      <section class="box narrow">
        <OfficeForm {...form} />
      </section>
    </div>
  )
}
