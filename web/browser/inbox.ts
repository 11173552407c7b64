import { all, one } from './page'
import { keep, recall } from './storage'

const kept = 'inbox-keys-off'

/**
 * Keys of the list of cases: J and K go from row to row, X chooses, G goes to giving, / to searching, ? shows them all;
 * Enter opens because the row's link has the focus. They are single letters, so they rest while something is typed and can
 * be switched off on this device (WCAG 2.1.4).
 */
export function startInbox(): void {
  const table = one('table[data-rows]')
  const help = one<HTMLDialogElement>('dialog#keys')
  const hint = one('[data-keys-hint]')
  if (!table || !help) return
  const links = all<HTMLAnchorElement>('tbody th a', table)
  const use = one<HTMLInputElement>('[data-use-keys]', help)
  const isOn = () => recall<boolean>(kept) !== true
  const show = () => {
    if (hint) hint.hidden = !isOn()
    if (use) use.checked = isOn()
  }
  use?.addEventListener('change', () => {
    keep(kept, use.checked ? null : true)
    show()
  })
  show()

  const rowAt = () => document.activeElement?.closest('tr') ?? null
  const move = (step: number) => {
    const at = links.findIndex((link) => link.closest('tr') === rowAt())
    const to = links[at < 0 ? 0 : Math.min(Math.max(0, at + step), links.length - 1)]
    to?.focus()
    to?.scrollIntoView({ block: 'nearest' })
  }
  const boxOf = (row: Element | null) => row?.querySelector<HTMLInputElement>('td input[type=checkbox]')
  const deeds: Record<string, () => void> = {
    j: () => move(1),
    k: () => move(-1),
    x: () => boxOf(rowAt())?.click(),
    g: () => {
      const box = boxOf(rowAt())
      if (box && !one('td input[type=checkbox]:checked', table)) box.click()
      one('[data-key=g]')?.focus()
    },
    '/': () => one('[data-key="/"]')?.focus(),
    '?': () => help.showModal?.(),
  }
  addEventListener('keydown', (event) => {
    const deed = deeds[event.key.toLowerCase()]
    const isShown = event.key === '?' || isOn()
    if (!deed || !isShown || help.open || isTyping(event)) return
    event.preventDefault()
    deed()
  })
}

function isTyping({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return true
  return target instanceof Element && target.closest('input:not([type=checkbox]), select, textarea, dialog') !== null
}
