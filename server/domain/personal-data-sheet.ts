import type { Finding } from './personal-data'
import { foldInPlace } from './vietnamese-words'

/** A text in which what was found is struck out, also without marks (`flat`), and what was found so far. */
export type Sheet = { text: string; flat: string; found: Finding[] }

/** Stands for each letter that was found; part of no word. */
const struck = '\ufffc'

export const sheetOf = (text: string): Sheet => ({ text, flat: foldInPlace(text), found: [] })

/** Notes what was found and strikes it out, so that nothing is found twice. `found`: in order, not overlapping. */
export function hide(sheet: Sheet, found: readonly Finding[]): void {
  const some = found.filter(({ from, to }) => from < to)
  if (some.length === 0) return
  sheet.found = [...sheet.found, ...some]
  sheet.text = strike(sheet.text, some)
  sheet.flat = strike(sheet.flat, some)
}

function strike(text: string, found: readonly Finding[]): string {
  let at = 0
  const pieces = found.flatMap(({ from, to }) => {
    const before = text.slice(at, from)
    at = to
    return [before, struck.repeat(to - from)]
  })
  return pieces.join('') + text.slice(at)
}
