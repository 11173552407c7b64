import { PointForm, type PointFormProps } from '../components/point-form'
import { paths } from '../paths'
import { pointWords as words } from '../vi/points'

type PointPageProps = { code: string } & Pick<PointFormProps, 'surveys' | 'typed' | 'wrong'>

/** Changing a point; what is printed with its code goes on working. */
export function PointPage({ code, ...form }: PointPageProps) {
  return (
    <div class="stack">
      <h1>{words.changeTitle}</h1>
      <p>{words.changeAbout(code)}</p>
      <section class="box narrow">
        <PointForm {...form} action={paths.staff.point(code)} submit={words.save} />
      </section>
    </div>
  )
}
