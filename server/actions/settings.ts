import { insertAudit } from '../../db/audit'
import type { Db } from '../../db/schema'
import { findSetting, saveSetting } from '../../db/settings'
import { inTransaction } from '../../db/transaction'

const key = 'settings-in-force'

/**
 * Writes down when the program starts with other settings, or as another version, than the time before; the very first
 * start is only remembered.
 * @param given each setting as text (`Config.given`), secrets left out, with the version of the program beside them
 */
export async function noteSettings(db: Db, given: Record<string, string>, now: Date): Promise<void> {
  const text = JSON.stringify(given)
  await inTransaction(db, async (db) => {
    const known = await findSetting(db, key)
    if (known === text) return
    await saveSetting(db, key, text)
    if (known === undefined) return
    const detail = JSON.stringify(differences(JSON.parse(known), given))
    const at = now.toISOString()
    await insertAudit(db, { at, staffId: null, action: 'setting.change', subject: '', detail })
  })
}

/** Only what differs; a setting of another version is missing on one side. */
function differences(before: Record<string, string>, after: Record<string, string>) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  )
  const pick = (from: Record<string, string>) => Object.fromEntries(names.map((name) => [name, from[name] ?? '']))
  return { before: pick(before), after: pick(after) }
}
