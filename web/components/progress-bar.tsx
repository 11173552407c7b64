import { useWords } from '../survey-words'
import { Petals } from './petals'

/** How far the person is. Hidden until the script, which fills it, has started. */
export function ProgressBar({ dimensions, questions }: { dimensions: number; questions: number }) {
  const { survey } = useWords()
  return (
    <div class="progress" data-progress hidden>
      <Petals on={Array.from({ length: dimensions }, () => false)} />
      <p data-text={survey.progress}>{survey.progress.replace('{done}', '0').replace('{all}', String(questions))}</p>
      <button type="button" class="btn alt">
        {survey.nextMissing}
      </button>
    </div>
  )
}
