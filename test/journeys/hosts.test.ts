import { expect, it } from 'vitest'
import { insertOffice } from '../../db/offices'
import { updatePoint } from '../../db/points'
import { drain } from '../../server/ledger/follow'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { answerOf, keep } from '../support/ledger'
import { signInAs } from '../support/staff'

const createdAt = '2026-01-01T00:00:00.000Z'

describeEngines('an office whose rooms hold desks of others', (engine) => {
  it('reads what people say of its rooms there, and nothing else of those desks', async () => {
    const test = await openApp(await engine.open(), {}, '2026-03-18T02:00:00Z')
    const { db, connection } = test.deps
    await insertDepartment(db)
    await insertOffice(db, { code: 'TT', name: 'Trung tâm', parentCode: null, address: null, phone: null, createdAt })
    await updatePoint(db, '9H5N', { hostCode: 'TT' })
    const answers = Array.from({ length: 20 }, (_, i) =>
      answerOf(i, { office: 'CQ-1', point: '9H5N', submittedOn: '2026-03-10' }),
    )
    await keep(connection, answers)
    await drain(connection)
    const person = await signInAs(test, 'administrator')
    await person.open('/can-bo/ket-qua?period=2026-Q1&place=c.TT')
    expect(person.page.status).toBe(200)
    expect(person.page.text).toContain('Nơi đón tiếp tại các điểm đặt ở đây')
    expect(person.page.text).toContain('1 điểm của cơ quan khác đặt tại trụ sở này.')
    expect(person.page.text).toMatch(/: [\d,]+\s?% hài lòng, \d+ người trả lời/)
    await person.open('/can-bo/ket-qua?period=2026-Q1&place=c.CQ-1')
    expect(person.page.text).not.toContain('Nơi đón tiếp tại các điểm đặt ở đây')
  })
})
