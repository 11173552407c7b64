const petal = 'M0-7C-11-19-10-34 0-47C10-34 11-19 0-7Z'

/**
 * The lotus: petal n stands for dimension n everywhere. Always beside words, so it is hidden from screen readers.
 * `on`: which petals are filled, left to right; `size`: width in px.
 */
export function Petals({ on, size = 44 }: { on: readonly boolean[]; size?: number }) {
  return (
    <svg class="petals" width={size} height={Math.round(size * 0.68)} viewBox="-46 -50 92 62" aria-hidden="true">
      {on.map((filled, position) => (
        <path class={filled ? 'on' : undefined} transform={turn(position, on.length)} d={petal} />
      ))}
      <path d="M-26 7Q0 15 26 7" />
    </svg>
  )
}

/** Petals fan out over 144°; the outer ones are shorter, and all are narrower when there are more than five. */
function turn(position: number, count: number): string {
  const side = count === 1 ? 0 : (2 * position) / (count - 1) - 1
  const length = round(1 - 0.18 * Math.abs(side) ** 1.4)
  const width = round(length * Math.min(1, 5 / count))
  return `rotate(${round(side * 72)})scale(${width === length ? length : `${width} ${length}`})`
}

const round = (value: number) => Math.round(value * 100) / 100
