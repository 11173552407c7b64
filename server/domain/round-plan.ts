/** What the plan of a survey round says; the document is made of it (formats/round-plan). */
export type RoundPlan = {
  /** The office that plans, and the one above it when there is one. */
  office: string
  above: string | null
  title: string
  /** Days YYYY-MM-DD, both included. */
  fromOn: string
  toOn: string
  note: string
  survey: {
    title: string
    version: number
    source: string
    minutes: number
    criteria: number
    levels: string[]
    /** Names of the dimensions with the number of their criteria. */
    dimensions: { name: string; criteria: number }[]
    optional: number
  }
  /** In the order of the tree; `depth` 0 at the top. */
  offices: { name: string; depth: number; population: number; target: number }[]
}
