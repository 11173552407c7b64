/** The product's name in monoline letters; the two grave marks are petals. */
export function Wordmark({ name }: { name: string }) {
  return (
    <svg viewBox="0 0 364 106" width="82" height="24" role="img" aria-label={name}>
      <g fill="none" stroke="currentColor" stroke-width="10" stroke-linecap="round" stroke-linejoin="round">
        <path d="M8 22V78M46 22V78M8 50H46M104 42V78M128 42V78M164 22V78H198M266 78V42M266 58C266 36 302 36 302 58V78M356 42V84C356 106 324 106 318 94" />
        <circle cx="86" cy="60" r="18" />
        <circle cx="226" cy="60" r="18" />
        <circle cx="338" cy="60" r="18" />
      </g>
      <path d="M70 8Q92 8 97 31Q75 30 70 8ZM210 8Q232 8 237 31Q215 30 210 8Z" />
      <circle cx="128" cy="23" r="7" />
    </svg>
  )
}
