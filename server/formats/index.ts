import type { Report } from '../domain/report'
import { csv } from './csv'
import { json } from './json'
import { xlsx } from './xlsx'

/** A way to print any report. `write` reads the rows once, as fast as its bytes are taken. */
export type Format = {
  format: string
  contentType: string
  extension: string
  write(report: Report): AsyncIterable<Uint8Array>
}

/** The register: a format is one file and one line here, and every report has it. */
export const formats: readonly Format[] = [json, csv, xlsx]

/** The format of that name, as written after `--format` or the dot of an address; null when there is none. */
export function findFormat(name: string): Format | null {
  return formats.find(({ format }) => format === name) ?? null
}
