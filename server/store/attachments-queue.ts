/** Runs work one after the other. Whatever comes while `most` wait is not begun, and the answer is `busy`. */
export function oneAtATime(most: number) {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async <T>(work: () => Promise<T>): Promise<T | 'busy'> => {
    if (waiting >= most) return 'busy'
    waiting++
    const mine = last.then(work).finally(() => waiting--)
    last = mine.catch(() => {})
    return mine
  }
}
