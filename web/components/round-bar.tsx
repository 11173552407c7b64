/** How much of a target is there: a bar with its own words beside it, so it is hidden from screen readers. */
export function RoundBar({ share }: { share: number | null }) {
  const filled = Math.min(100, share ?? 0)
  return (
    <svg class="goal" width="120" height="14" viewBox="0 0 120 14" preserveAspectRatio="none" aria-hidden="true">
      <rect class="goal-all" x="0.5" y="0.5" width="119" height="13" rx="3" />
      {filled > 0 && (
        <rect class="goal-have" x="0.5" y="0.5" width={Math.max(3, (119 * filled) / 100)} height="13" rx="3" />
      )}
    </svg>
  )
}
