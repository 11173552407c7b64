import { paths } from '../paths'
import { trainingWords as words } from '../vi/training'

/** Stands on every page of the training room. */
export function TrainingBand() {
  return (
    <div class="training" role="note">
      <span>{words.band}</span>
      <a href={paths.trainingAccounts()}>{words.accounts}</a>
    </div>
  )
}
