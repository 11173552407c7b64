import { one } from './page'

/** The script that suggests comes only for somebody who is about to type, so that the page stays small. */
export function awaitTyping(): void {
  const field = one('[data-suggest]')
  field?.addEventListener(
    'focus',
    () => {
      const script = document.createElement('script')
      script.src = field.dataset.script || ''
      document.head.append(script)
    },
    { once: true },
  )
}
