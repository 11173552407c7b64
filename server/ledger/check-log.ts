import type { Head } from '../../db/log'
import { appendLeaf } from '../domain/merkle'
import type { Standing } from '../domain/standing'
import { packPeaks, rootText } from './checkpoint'
import type { Finding, RowName } from './findings'
import { type LeafMark, type LeafResponse, lineLeaf, markLine, responseLine, sha256 } from './leaf'
import type { Entry } from './recount'

/** A root that the log had at some size, and what to say when it had not. */
export type Seal = { size: number; root: string; finding: Finding }

type Checked = { kind: 'response'; row: LeafResponse } | { kind: 'mark'; mark: LeafMark; of: number }

/**
 * A visitor of the whole log that compares every entry with its row and grows the tree again.
 * @param seals by size
 */
export function checkLog(seals: readonly Seal[]) {
  const findings: Finding[] = []
  let tree = { size: 0, peaks: [] as Uint8Array[] }
  let expected = 0
  let sealed = 0

  const checkSeals = () => {
    for (; seals[sealed]?.size === tree.size; sealed++) {
      const seal = seals[sealed]
      if (seal && seal.root !== rootText(tree.peaks)) findings.push(seal.finding)
    }
  }
  const visit = (entry: Entry, standing: Standing | null) => {
    for (; expected < entry.no; expected++) findings.push({ code: 'number-gap', no: expected })
    expected++
    checkSeals()
    tree = { size: tree.size + 1, peaks: appendLeaf(sha256, tree.peaks, tree.size, entry.leaf) }
    findings.push(...entryFindings(entry, standing))
  }
  /** What only shows once everything was visited; changes nothing. */
  const finish = (head: Head): Finding[] => {
    checkSeals()
    const isSame = head.size === tree.size && packPeaks(tree.peaks).equals(head.peaks)
    const headFindings: Finding[] = isSame ? [] : [{ code: 'head-differs', size: head.size, entries: tree.size }]
    return [...findings, ...headFindings, ...seals.slice(sealed).map((seal) => seal.finding)]
  }
  return { visit, finish }
}

function* entryFindings(entry: Entry, standing: Standing | null): Generator<Finding> {
  const { no } = entry
  const checked = rowOf(entry)
  if (!checked) return yield { code: 'row-missing', no }
  const row = nameOf(checked)
  if (!leafOf(checked)?.equals(entry.leaf)) yield { code: 'leaf-differs', no, row }
  if (checked.kind === 'mark') return
  if (isLeftOver(checked.row, standing)) yield { code: 'not-erased', no, row }
  if (standing !== 'withdrawn' && checked.row.answers === null) yield { code: 'answers-missing', no, row }
  if (standing !== entry.standing) yield { code: 'standing-differs', no, row }
}

function rowOf(entry: Entry): Checked | null {
  if (entry.responseId !== null) return { kind: 'response', row: entry as LeafResponse }
  if (entry.kind === null || entry.responseNo === null) return null
  return { kind: 'mark', mark: entry as LeafMark, of: entry.responseNo }
}

function leafOf(checked: Checked): Buffer | null {
  const line = checked.kind === 'response' ? responseLine(checked.row) : markLine(checked.mark, checked.of)
  return line === null ? null : lineLeaf(line)
}

/** A commitment stands for erased content: content beside it would be believed without being checked. */
function isLeftOver(row: LeafResponse, standing: Standing | null): boolean {
  const answersLeft = row.answers !== null || row.answersSalt !== null
  const personal = [row.traits, row.extras, row.comment, row.submittedAt, row.restSalt]
  const restLeft = personal.some((value) => value !== null)
  const isWithdrawn = standing === 'withdrawn'
  return (
    (answersLeft && (isWithdrawn || row.answersCommit !== null)) ||
    (restLeft && (isWithdrawn || row.restCommit !== null))
  )
}

function nameOf(checked: Checked): RowName {
  if (checked.kind === 'mark') return { kind: 'mark', of: checked.of }
  const { office, point, submittedOn: day } = checked.row
  return { kind: 'response', office, point, day }
}
