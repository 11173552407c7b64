/** A file that waits for one person: checked, to be confirmed, or made for that person to fetch. `use` says what for. */
export type WaitingFile = { use: string; name: string; bytes: Uint8Array }
type Kept = WaitingFile & { owner: string; until: number }

const patience = 15 * 60_000
const mostBytes = 64 * 1024 * 1024

/**
 * Files between two requests of one person (check and confirmation, result and download), in memory alone: for 15
 * minutes, 64 MB together (the oldest goes first). A restart forgets them; the person then chooses the file again.
 */
export function waitingFiles(now: () => Date) {
  const files = new Map<string, Kept>()
  const forget = (room: number) => {
    let size = [...files.values()].reduce((sum, file) => sum + file.bytes.length, room)
    for (const [token, file] of files) {
      if (file.until > now().getTime() && size <= mostBytes) continue
      files.delete(token)
      size -= file.bytes.length
    }
  }
  return {
    keep(token: string, owner: string, file: WaitingFile): void {
      forget(file.bytes.length)
      files.set(token, { ...file, owner, until: now().getTime() + patience })
    },
    find(token: string, owner: string): WaitingFile | undefined {
      forget(0)
      const file = files.get(token)
      return file?.owner === owner ? file : undefined
    },
    drop(token: string): void {
      files.delete(token)
    },
  }
}
