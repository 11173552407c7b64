import { pagerWords as words } from '../vi/pager'

type PagerProps = {
  /** Counted from 1. */
  page: number
  pages: number
  /** The address of a page. */
  to: (page: number) => string
}

/** Where one is in a list, and the way to the page before and after; nothing under a list of one page. */
export function Pager({ page, pages, to }: PagerProps) {
  if (pages === 1) return null
  return (
    <nav class="row" aria-label={words.label}>
      {page > 1 && <a href={to(page - 1)}>{words.previous}</a>}
      <span>{words.page(page, pages)}</span>
      {page < pages && <a href={to(page + 1)}>{words.next}</a>}
    </nav>
  )
}
