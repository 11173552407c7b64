import { resultsWords as words } from '../../vi/results'

/** Headings of the three columns that stand behind every rate. */
export function RateHeadings() {
  return (
    <>
      <th scope="col" class="r">
        {words.rate}
      </th>
      <th scope="col" class="r">
        {words.interval95}
      </th>
      <th scope="col" class="n">
        {words.answered}
      </th>
    </>
  )
}
