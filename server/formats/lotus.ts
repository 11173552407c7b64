/** The five petals, widest apart first: angle in degrees and length as a share of the middle one. */
const open = [
  [-78, 0.86],
  [78, 0.86],
  [-41, 0.95],
  [41, 0.95],
  [0, 1],
] as const
const closed = [
  [-72, 0.82],
  [72, 0.82],
  [-37, 0.93],
  [37, 0.93],
  [0, 1],
] as const

const place = (x: number, y: number, scale: number) => `translate(${x} ${y})scale(${scale})`

/** The large flower that holds a code, its heart at x, y; at scale 1 the middle petal is 90 long. */
export function bloom(x: number, y: number, scale: number, fill: string, stroke: string): string {
  const petals = open.map(
    ([angle, share]) =>
      `<g transform="rotate(${angle})scale(${share})"><path d="M0 8C-30-16-27-62 0-90C27-62 30-16 0 8Z"/><path fill="none" stroke-width=".6" d="M0-20V-78M-6-24Q-13-50 -4-72M6-24Q13-50 4-72"/></g>`,
  )
  return `<g transform="${place(x, y, scale)}" fill="${fill}" stroke="${stroke}" stroke-width="1" stroke-linejoin="round" stroke-linecap="round">${petals.join('')}</g>`
}

/** The small flower over its line of water, its heart at x, y; at scale 1 it is 92 wide. `gap` parts the petals. */
export function bud(x: number, y: number, scale: number, fill: string, gap: string): string {
  const petals = closed.map(
    ([angle, share]) =>
      `<path transform="rotate(${angle})scale(${share})" d="M0-7C-11-19-10-34 0-47C10-34 11-19 0-7Z"/>`,
  )
  return `<g transform="${place(x, y, scale)}" fill="${fill}" stroke="${gap}" stroke-width="1.6" stroke-linejoin="round">${petals.join('')}<path fill="none" stroke="${fill}" stroke-width="4" stroke-linecap="round" d="M-26 7Q0 15 26 7"/></g>`
}
