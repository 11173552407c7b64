import { one, say } from './page'

type Suggestion = { code: string; name: string }

/** Typing pauses this long before the server is asked. */
const pause = 150

/**
 * Makes the line marked `data-suggest="address"` a combobox (ARIA 1.2, list with manual choice): what fits is asked of
 * the server while typing; arrows, Enter and Escape, or a touch, choose. Without an answer it stays a line to write on.
 */
function startSuggestions(): void {
  const input = one<HTMLInputElement>('[data-suggest]')
  const status = input && (input.nextElementSibling as HTMLElement | null)
  if (!input || !status) return
  const list = document.createElement('ul')
  let asked = ''
  let at = -1
  let timer = 0

  const options = () => Array.from(list.children) as HTMLElement[]
  const set = (attributes: Record<string, string>) => {
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
  }
  const close = () => {
    list.hidden = true
    set({ 'aria-expanded': 'false' })
    input.removeAttribute('aria-activedescendant')
  }
  const mark = (next: number) => {
    const all = options()
    at = all.length ? (next + all.length) % all.length : -1
    all.forEach((option, i) => {
      option.setAttribute('aria-selected', `${i === at}`)
    })
    const marked = all[at]
    if (!marked) return
    set({ 'aria-activedescendant': marked.id })
    marked.scrollIntoView({ block: 'nearest' })
  }
  const choose = (option: HTMLElement) => {
    input.value = `${option.textContent} (${option.dataset.code})`
    asked = input.value
    status.textContent = ''
    close()
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }
  const show = (found: Suggestion[]) => {
    list.textContent = ''
    found.forEach(({ code, name }, i) => {
      const option = document.createElement('li')
      option.id = `s${i}`
      option.dataset.code = code
      option.textContent = name
      option.setAttribute('role', 'option')
      list.appendChild(option)
    })
    close()
    at = -1
    list.hidden = !found.length
    set({ 'aria-expanded': `${!!found.length}` })
    if (found.length) say(status, { found: found.length })
    else status.textContent = status.dataset.none || ''
  }
  const ask = () => {
    const text = input.value.trim()
    if (text === asked) return
    asked = text
    if (text.length < 2) {
      status.textContent = ''
      return close()
    }
    fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`)
      .then((answer) => answer.json())
      // Answers may overtake each other, and the field may have been left.
      .then((found) => asked === text && document.activeElement === input && show(found))
      .catch(() => asked === text && close())
  }

  list.className = 'found plain'
  list.id = 'found'
  set({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': 'found' })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-labelledby', 'procedure-label')
  input.insertAdjacentElement('afterend', list)
  close()
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(ask, pause)
  })
  input.addEventListener('keydown', (event) => {
    const { key } = event
    const isOpen = !list.hidden
    const marked = options()[at]
    if (isOpen && key === 'ArrowDown') mark(at + 1)
    else if (isOpen && key === 'ArrowUp') mark(at < 0 ? -1 : at - 1)
    else if (isOpen && key === 'Enter' && marked) choose(marked)
    else if (isOpen && key === 'Escape') close()
    // Enter in this line would send the whole form by accident.
    else if (key !== 'Enter') return
    event.preventDefault()
  })
  input.addEventListener('blur', close)
  // Before the field loses the focus.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault()
    const option = (event.target as HTMLElement).closest('li')
    if (option) choose(option)
  })
  // Typed while this script was on its way.
  ask()
}

startSuggestions()
