import { type ScoredMetric, type ScoringRule, scoredMetrics } from './scoring'

/** One row of the form as it was typed; `form` empty: the share is not scored. */
export type TypedRule = { form: string; steps: string; whenNone: string; source: string }
export const scoringFields = ['form', 'steps', 'whenNone', 'source'] as const
export type ScoringField = (typeof scoringFields)[number]
export type TypedScoring = Record<ScoredMetric, TypedRule>
export type ScoringProblem = { metric: ScoredMetric; field: ScoringField }

/**
 * Reads the form. `steps` is `100: 2; 90: 1` (from 100 % on 2 points, from 90 % on 1), and for a proportion `90: 4` (from
 * 90 % on all 4 points). Percentages and points with a comma or a dot.
 */
export function readScoringForm(
  typed: TypedScoring,
): { ok: true; rules: ScoringRule[] } | { ok: false; problems: ScoringProblem[] } {
  const problems: ScoringProblem[] = []
  const rules: ScoringRule[] = []
  for (const metric of scoredMetrics) {
    const { form, steps, whenNone, source } = typed[metric]
    if (form === '') continue
    const read = stepsOf(steps)
    const none = numberOf(whenNone)
    const isWrong = !read || (form === 'linear' && read.length !== 1)
    if (form !== 'step' && form !== 'linear') problems.push({ metric, field: 'form' })
    if (isWrong) problems.push({ metric, field: 'steps' })
    if (none === null || none > 100) problems.push({ metric, field: 'whenNone' })
    if (source.length > 500) problems.push({ metric, field: 'source' })
    const [first] = read ?? []
    const common = { metric, source: source.trim(), whenNone: none ?? 0 }
    if (form === 'step' && read) rules.push({ ...common, form, steps: read })
    if (form === 'linear' && first) rules.push({ ...common, form, full: first.from, maximum: first.points })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rules }
}

type Step = { from: number; points: number }

/** At most ten steps of 0–100 % and 0–100 points; null when one cannot be read or a threshold stands twice. */
function stepsOf(text: string): Step[] | null {
  const steps = text
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [from, points] = part.split(':').map(numberOf)
      return from === undefined || from === null || points === undefined || points === null ? null : { from, points }
    })
  const known = steps.filter((step) => step !== null)
  const inRange = known.every(({ from, points }) => from <= 100 && points <= 100)
  const once = new Set(known.map(({ from }) => from)).size === known.length
  if (known.length === 0 || known.length > 10 || known.length !== steps.length || !inRange || !once) return null
  return known.map(({ from, points }) => ({ from: Math.round(from * 100), points }))
}

function numberOf(text: string): number | null {
  const plain = text.replace('%', '').trim()
  return /^\d{1,3}([.,]\d{1,2})?$/.test(plain) ? Number(plain.replace(',', '.')) : null
}

/** The form as it stands for a table of points; reading it gives the table again. */
export function writeScoringForm(rules: readonly ScoringRule[]): TypedScoring {
  const row = (metric: ScoredMetric) => typedOf(rules.find((rule) => rule.metric === metric))
  return Object.fromEntries(scoredMetrics.map((metric) => [metric, row(metric)])) as TypedScoring
}

function typedOf(rule: ScoringRule | undefined): TypedRule {
  if (!rule) return { form: '', steps: '', whenNone: '', source: '' }
  const steps = rule.form === 'step' ? rule.steps : [{ from: rule.full, points: rule.maximum }]
  const shown = (value: number) => String(value).replace('.', ',')
  return {
    form: rule.form,
    steps: steps.map(({ from, points }) => `${shown(from / 100)}: ${shown(points)}`).join('; '),
    whenNone: shown(rule.whenNone),
    source: rule.source,
  }
}
