import { one, say } from './page'

/** A chosen file is sent at once, so that its fault is known at once; one that is too large is not sent at all. */
export function startFiles(form: HTMLFormElement): void {
  const input = one<HTMLInputElement>('[data-files]', form)
  const add = one<HTMLButtonElement>('[data-add]', form)
  const large = one('[data-large]', form)
  if (!input || !add) return
  add.hidden = true
  const most = Number(input.dataset.files)
  input.addEventListener('change', () => {
    const files = Array.from(input.files || [])
    const tooLarge = files.find(({ size }) => size > most)
    if (large) large.hidden = !tooLarge
    if (tooLarge && large) {
      say(large, { size: Math.round(tooLarge.size / 1024 / 1024) })
      input.value = ''
      large.focus()
    } else if (files.length) {
      add.hidden = false
      add.click()
    }
  })
}
