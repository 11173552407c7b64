import { type FormValues, lineOf, rowsOf, withRows } from './form-values'
import { overallRules, type SurveyDefinition, type SurveyInput } from './survey'
import { addressOf, withWord } from './survey-language'
import type { PartForm } from './survey-parts'
import { usualAddress } from './vietnamese'

const general = ['title', 'minutes', 'source', 'overall', 'order', 'address'] as const

/** Title and source, how the overall rate is made, form of address, "no opinion", the comment. */
export const generalPart: PartForm = {
  values: (definition) => ({
    title: [definition.title],
    minutes: [String(definition.minutes)],
    source: [definition.source],
    overall: [definition.overall],
    order: [definition.order],
    address: [addressOf(definition)],
    'noOpinion.label': [definition.noOpinion.label],
    'noOpinion.short': [definition.noOpinion.short],
    comment: definition.comment ? ['1'] : [],
    'comment.label': [definition.comment?.label ?? ''],
    'comment.hint': [definition.comment?.hint ?? ''],
  }),
  apply(definition, values) {
    const { address: _, ...rest } = definition
    const address = lineOf(values, 'address')
    return {
      ...rest,
      title: lineOf(values, 'title'),
      minutes: Number.parseInt(lineOf(values, 'minutes') || '0', 10),
      source: lineOf(values, 'source'),
      overall: overallRules.find((rule) => rule === lineOf(values, 'overall')) ?? definition.overall,
      order: lineOf(values, 'order') === 'high-first' ? 'high-first' : 'low-first',
      noOpinion: { label: lineOf(values, 'noOpinion.label'), short: lineOf(values, 'noOpinion.short') },
      comment:
        lineOf(values, 'comment') === ''
          ? null
          : { label: lineOf(values, 'comment.label'), hint: lineOf(values, 'comment.hint') },
      ...(address === '' || address === usualAddress ? {} : { address }),
    }
  },
  fieldOf: ([first, second]) => {
    const field = general.find((name) => name === first)
    return field ?? (first === 'noOpinion' || first === 'comment' ? `${first}.${String(second)}` : null)
  },
}

/** The levels, lowest first. */
export const scalePart: PartForm = {
  values: ({ scale }) =>
    withRows(
      {},
      's',
      scale.map(({ label, short, satisfied }) => ({
        label: [label],
        short: [short ?? ''],
        satisfied: satisfied ? ['1'] : [],
      })),
    ),
  apply: (definition, values) => ({
    ...definition,
    scale: rowsOf(values, 's').map((row) => ({
      label: lineOf(row, 'label'),
      ...(lineOf(row, 'short') === '' ? {} : { short: lineOf(row, 'short') }),
      satisfied: lineOf(row, 'satisfied') === '1',
    })),
  }),
  fieldOf: ([first, at, field]) => {
    if (first !== 'scale') return null
    return at === undefined ? 's.0.label' : `s.${String(at)}.${String(field ?? 'label')}`
  },
}

/** Another word for the people who serve, put in wherever the first one stands. */
export const wordPart: PartForm = {
  values: () => ({ from: [''], to: [''], official: [] }),
  apply(definition: SurveyDefinition, values: FormValues): SurveyInput {
    const [from, to] = [lineOf(values, 'from'), lineOf(values, 'to')]
    return withWord(definition, { from, to, official: lineOf(values, 'official') === '1' })
  },
  fieldOf: () => null,
}
