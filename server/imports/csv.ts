import type { FileFault, Line } from './sheet'

const separators = [';', ',', '\t'] as const

/**
 * The lines of a CSV text (RFC 4180): quoted cells may hold separators, quotes and line breaks. The separator is
 * whichever of semicolon, comma and tab the heading has most of. A quote that opens a cell and is never closed is a fault.
 */
export function* readCsv(text: string): Generator<Line | FileFault> {
  const separator = separatorOf(text)
  let at = 0
  for (let line = 1; at < text.length; line++) {
    const cells: string[] = []
    for (;;) {
      const cell = readCell(text, at, separator)
      if (!cell) return yield { code: 'open-quote', line }
      cells.push(cell.value)
      at = cell.end
      if (text[at] !== separator) break
      at++
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    if (cells.some((cell) => cell.trim() !== '')) yield { line, cells }
  }
}

/** One cell from `at`; `end` is its separator or line end. Null when its quote is never closed. */
function readCell(text: string, at: number, separator: string): { value: string; end: number } | null {
  if (text[at] !== '"') return readPlain(text, at, separator)
  let value = ''
  let from = at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return null
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      const rest = readPlain(text, quote + 1, separator)
      return { value: value + rest.value, end: rest.end }
    }
    value += '"'
    from = quote + 2
  }
}

function readPlain(text: string, at: number, separator: string): { value: string; end: number } {
  let end = at
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(at, end), end }
}

function separatorOf(text: string): string {
  const start = text.slice(0, 100_000).replace(/"[^"]*"/g, '')
  const heading = start.split(/[\r\n]/, 1)[0] ?? ''
  const counts = separators.map((separator) => heading.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}
