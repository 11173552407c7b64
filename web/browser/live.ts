/** How often the page asks whether anything changed; with the time of a page it stays within two seconds. */
const interval = 1500

/**
 * Keeps the part of a page marked `data-live="address" data-tag="what it shows"` up to date: asks the address, which
 * answers 304 while nothing changed, and fetches the page again when it did. Nothing runs while the page is hidden.
 */
export function startLive(): void {
  const { live: address, tag: shown } = document.querySelector<HTMLElement>('[data-live]')?.dataset ?? {}
  if (!address) return
  let timer = 0
  let tag = shown ?? ''
  let asking = false
  const tick = async () => {
    if (asking) return
    asking = true
    const next = await readTag(address, tag)
    if (next && next !== tag && (await swap())) tag = next
    asking = false
    if (!document.hidden) timer = window.setTimeout(tick, interval)
  }
  const wake = () => {
    clearTimeout(timer)
    if (!document.hidden) void tick()
  }
  document.addEventListener('visibilitychange', wake)
  wake()
}

/** The tag that stands for what the server knows now; empty while it cannot be reached. */
async function readTag(address: string, tag: string): Promise<string> {
  try {
    const headers: Record<string, string> = tag ? { 'If-None-Match': tag } : {}
    const answer = await fetch(address, { headers, redirect: 'error', cache: 'no-store' })
    return answer.ok ? (answer.headers.get('ETag') ?? '') : ''
  } catch {
    return ''
  }
}

const nameOf = (details: HTMLDetailsElement) => details.firstElementChild?.textContent

/**
 * Puts the new figures in place; what was opened or folded stays so, and the focus stays where it is outside of them.
 * False when they could not be fetched.
 */
async function swap(): Promise<boolean> {
  const answer = await fetch(location.href, { redirect: 'error' }).catch(() => null)
  if (!answer?.ok) return false
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.querySelector('[data-live]')
  const old = document.querySelector('[data-live]')
  if (!fresh || !old) return false
  const open = new Map([...old.querySelectorAll('details')].map((details) => [nameOf(details), details.open]))
  for (const details of fresh.querySelectorAll('details')) details.open = open.get(nameOf(details)) ?? details.open
  old.replaceChildren(...fresh.childNodes)
  return true
}
