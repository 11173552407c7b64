import { cellText } from './cells'
import type { Fault } from './faults'
import type { Line } from './sheet'
import { columnLetters } from './xlsx'

/** Cells to the right of the heading, or under none, would be lost without a word. */
export function reportStrayCells(line: Line, names: readonly string[], report: (fault: Fault) => void): void {
  line.cells.forEach((cell, at) => {
    if ((names[at] ?? '') !== '') return
    const value = cellText(cell)
    if (value !== '') report({ code: 'no-heading', column: columnLetters(at), value })
  })
}
