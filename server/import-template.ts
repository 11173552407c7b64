import { templateColumns } from '../web/vi/imports'
import { listCriteria, type SurveyDefinition } from './domain/survey'

/**
 * The heading of a file to fill in for a survey: base columns, one column per criterion with key and short text, and the
 * comment. Semicolons and a byte order mark, because that is what Excel opens rightly in Viet Nam.
 */
export function importTemplate(definition: SurveyDefinition): string {
  const criteria = listCriteria(definition).map(({ key, short }) => `${key} ${short}`)
  const comment = definition.comment ? [definition.comment.label] : []
  return `\uFEFF${[...Object.values(templateColumns), ...criteria, ...comment].map(quote).join(';')}\r\n`
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
