import { importColumns } from '../web/vi/import-columns'
import { imports, templateColumns } from '../web/vi/imports'
import type { TableKind } from './domain/import-kinds'
import { listCriteria, type SurveyDefinition } from './domain/survey'
import { csvCell } from './formats/csv'

/**
 * The heading of a file to fill in for a survey: base columns, one column per criterion with key and short text, and the
 * comment.
 */
export function importTemplate(definition: SurveyDefinition): string {
  const criteria = listCriteria(definition).map(({ key, short }) => `${key} ${short}`)
  const comment = definition.comment ? [definition.comment.label] : []
  return semicolonCsv([[...Object.values(templateColumns), ...criteria, ...comment]])
}

/** The heading of a file to fill in for offices, points and so on. */
export function tableTemplate(kind: TableKind): string {
  return semicolonCsv([Object.values(importColumns[kind]).map(({ heading }) => heading)])
}

/** Semicolons and a byte order mark, because that is what Excel opens rightly in Viet Nam. Texts begin no formula. */
export function semicolonCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')}`
}

/** The links for new people, to be handed out: one line a person. */
export function invitationList(links: readonly { login: string; name: string; url: string }[]): string {
  const { login, name } = importColumns.staff
  const rows = links.map((person) => [person.login, person.name, person.url])
  return semicolonCsv([[login.heading, name.heading, imports.link], ...rows])
}
