import { PointForm, type PointFormProps } from '../components/point-form'
import { paths } from '../paths'
import { pointForm, pointWords as words } from '../vi/points'

/** A new point. */
export function NewPointPage(form: Omit<PointFormProps, 'action' | 'submit'>) {
  return (
    <div class="stack">
      <h1>{pointForm.newTitle}</h1>
      <section class="box narrow">
        <PointForm {...form} action={paths.staff.points()} submit={pointForm.add} />
      </section>
    </div>
  )
}

/** Changing a point; what is printed with its code goes on working. */
export function PointEditPage({ code, ...form }: { code: string } & Omit<PointFormProps, 'action' | 'submit'>) {
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
