import { type SurveyDefinition, type SurveyInput, surveyDefinition } from '../../server/domain/survey'
import { needsResult } from './gates'

type Rule = SurveyDefinition['dimensions'][number]['criteria'][number]['skippedBy'][number]

/** Official text, text on the phone, short text for charts, reasons offered on a low level (separated by ` · `). */
export type Texts = readonly [official: string, phone: string, short: string, reasons?: string]

/** Criteria of a dimension, numbered from 1; `rules` name the gate that some of them need. */
export function criteria(dimension: string, texts: readonly Texts[], rules: Record<string, Rule> = {}) {
  return texts.map(([official, phone, short, reasons], at) => {
    const key = `${dimension}.${at + 1}`
    const rule = rules[key]
    return { key, official, phone, short, reasons: reasons?.split(' · ') ?? [], skippedBy: rule ? [rule] : [] }
  })
}

/** A dimension that only people who hold a result can judge. */
export function resultCriteria(dimension: string, texts: readonly Texts[]) {
  return criteria(dimension, texts, Object.fromEntries(texts.map((_, at) => [`${dimension}.${at + 1}`, needsResult])))
}

/** Five levels, lowest first; "Bình thường" does not count as satisfied (SIPAS). */
export const fiveLevels = {
  scale: [
    { label: 'Rất không hài lòng', satisfied: false },
    { label: 'Không hài lòng', satisfied: false },
    { label: 'Bình thường', satisfied: false },
    { label: 'Hài lòng', satisfied: true },
    { label: 'Rất hài lòng', satisfied: true },
  ],
  noOpinion: { label: 'Không có ý kiến hoặc chưa sử dụng', short: 'Không có ý kiến' },
}

export const comment = {
  label: 'Ông/Bà có góp ý gì thêm?',
  hint: 'Không ghi họ tên, số điện thoại, tên học sinh.',
}

export function define(definition: SurveyInput): SurveyDefinition {
  return surveyDefinition.parse(definition)
}
