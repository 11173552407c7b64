import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { noteSettings } from '../../server/actions/settings'
import { readConfig } from '../../server/config'
import { describeEngines } from '../support/database'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 10, hour))
const given = (env: Record<string, string>) => readConfig(env).given

describeEngines('the history of settings', (engine) => {
  it('has an entry for each start with other settings, what differs alone, and no secret', async () => {
    const { db } = await engine.open()
    await noteSettings(db, given({}), at(1))
    await noteSettings(db, given({}), at(2))
    expect(await listAudit(db, { limit: 9 })).toEqual([])
    const mail = { MAIL_URL: 'smtp://hoa:bi-mat@mail.example:587', MAIL_FROM: 'hoa@example.vn' }
    await noteSettings(db, given({ ...mail, BACKUP_AT: '03:15' }), at(3))
    await noteSettings(db, given({ ...mail, BACKUP_AT: '03:15' }), at(4))
    const [entry, ...others] = await listAudit(db, { limit: 9 })
    expect(others).toEqual([])
    expect(entry).toMatchObject({ action: 'setting.change', staffId: null, at: at(3).toISOString() })
    expect(JSON.parse(entry?.detail ?? '')).toEqual({
      before: { MAIL_URL: '', MAIL_FROM: '', BACKUP_AT: '02:30' },
      after: { MAIL_URL: '•••', MAIL_FROM: 'hoa@example.vn', BACKUP_AT: '03:15' },
    })
  })
})
