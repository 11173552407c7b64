/** The first element inside `root` that matches, or null. */
export const one = <T extends HTMLElement>(selector: string, root: ParentNode = document) =>
  root.querySelector<T>(selector)

export const all = <T extends HTMLElement>(selector: string, root: ParentNode = document) =>
  Array.from(root.querySelectorAll<T>(selector))

/** Writes the text that the page carries in `data-text`, its `{names}` replaced by numbers. */
export function say(element: HTMLElement | null, numbers: Record<string, number>): void {
  if (element) element.textContent = (element.dataset.text || '').replace(/\{(\w+)\}/g, (_, name) => `${numbers[name]}`)
}
