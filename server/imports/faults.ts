/** What can be wrong with a file of answers; the sentences stand in web/vi/imports. */
export const faultCodes = [
  'not-utf8',
  'old-excel',
  'broken-xlsx',
  'open-quote',
  'merged-cells',
  'no-rows',
  'missing-column',
  'unknown-column',
  'repeated-column',
  'no-criteria',
  'no-heading',
  'formula-error',
  'missing-value',
  'unknown-point',
  'unknown-channel',
  'unknown-survey',
  'not-in-survey',
  'not-a-date',
  'future-date',
  'not-a-level',
  'unknown-option',
  'not-a-number',
  'outside-scale',
  'too-long',
  'repeated-id',
  'known-id',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** One thing wrong: where (line 1 is the heading, the column as the file names it), the value, what was expected. */
export type Fault = {
  code: FaultCode
  line?: number | undefined
  column?: string | undefined
  value?: string | undefined
  /** Words that would have been right, where they can be listed. */
  expected?: readonly string[] | undefined
}

/** The first 200 faults and the number of all. */
export type Faults = { listed: Fault[]; total: number }

const most = 200
/** Enough to find the cell again. */
const longestValue = 100

export function noFaults(): Faults {
  return { listed: [], total: 0 }
}

export function addFault(faults: Faults, fault: Fault): void {
  faults.total++
  if (faults.listed.length >= most) return
  const { column, value } = fault
  faults.listed.push({ ...fault, column: column?.slice(0, longestValue), value: value?.slice(0, longestValue) })
}
