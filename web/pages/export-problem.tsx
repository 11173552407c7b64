import { paths } from '../paths'
import { exportWords } from '../vi/exports'

/** Instead of a file: why it could not be made, and the way back. */
export function ExportProblemPage({ sentence }: { sentence: string }) {
  return (
    <>
      <h1>{exportWords.problem}</h1>
      <section class="box narrow">
        <p>{sentence}</p>
        <p>
          <a href={paths.staff.results()}>{exportWords.back}</a>
        </p>
      </section>
    </>
  )
}
