const prefix = 'hailong.'

/** Reads what `keep` kept; null when there is nothing, or no storage (in-app browsers, private windows). */
export function recall<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(prefix + name) || 'null')
  } catch {
    return null
  }
}

/** Keeps a value on this device; null removes it. Without storage nothing happens. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // No storage, or it is full: the page works without it.
  }
}
