const prefix = 'hailong.'
/** `device` lasts; `tab` ends with the tab. */
type Place = 'device' | 'tab'

// A getter of its own: only reaching for a storage may already be refused.
const storage = (place: Place) => (place === 'tab' ? sessionStorage : localStorage)

/** Reads what `keep` kept; null when there is nothing, or no storage (in-app browsers, private windows). */
export function recall<T>(name: string, place: Place = 'device'): T | null {
  try {
    return JSON.parse(storage(place).getItem(prefix + name) || 'null')
  } catch {
    return null
  }
}

/** Keeps a value on this device; null removes it. Without storage nothing happens. */
export function keep(name: string, value: unknown, place: Place = 'device'): void {
  try {
    if (value === null) storage(place).removeItem(prefix + name)
    else storage(place).setItem(prefix + name, JSON.stringify(value))
  } catch {
    // No storage, or it is full: the page works without it.
  }
}
