import type { Report } from '../domain/report'
import { csv } from './csv'
import { docx } from './docx'
import { json } from './json'
import { pdf } from './pdf'
import { holdRows } from './print-limit'
import { xlsx } from './xlsx'

/** A way to print any report. `write` reads the rows once, as fast as its bytes are taken. */
export type Format = {
  format: string
  contentType: string
  extension: string
  /** The most rows of a report that `write` can take; it then holds them all. Without it there is no limit. */
  most?(report: Report): number
  write(report: Report): AsyncIterable<Uint8Array>
}

/** The register: a format is one file and one line here, and every report has it. In the order in which they are offered. */
export const formats: readonly Format[] = [xlsx, docx, pdf, csv, json]

/** The format of that name, as written after `--format` or the dot of an address; null when there is none. */
export function findFormat(name: string): Format | null {
  return formats.find(({ format }) => format === name) ?? null
}

/** `value`: the most rows that there can be. */
export type TooManyRows = { ok: false; error: 'too-many-rows'; parameter: 'rows'; value: string }

/** Prints a report, or refuses it before the first byte when it has more rows than the format can take. */
export async function printReport(
  { most, write }: Format,
  report: Report,
): Promise<{ ok: true; chunks: AsyncIterable<Uint8Array> } | TooManyRows> {
  if (!most) return { ok: true, chunks: write(report) }
  const limit = most(report)
  const held = await holdRows(report, limit)
  if (!held) return { ok: false, error: 'too-many-rows', parameter: 'rows', value: String(limit) }
  return { ok: true, chunks: write(held) }
}
