import { expect, it } from 'vitest'
import { insertCaseFile } from '../../db/case-files'
import { insertPlace } from '../../db/case-places'
import { openApp, type TestApp } from '../support/app'
import { staffOf } from '../support/cases'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { answeredCase, publish, publishingPeople } from '../support/published-cases'
import { password, signInAs } from '../support/staff'

/** For each address about cases with something in it: who may open it, and a thing of the office above. */
const beyond: [prefix: string, parameters: Record<string, string>][] = [
  ['/can-bo/cong-khai/', { code: 'CQ-26-000001', place: 'place-above', file: 'file-above' }],
  ['/can-bo/phan-anh/:code', { code: 'CQ-26-000001', id: 'file-above' }],
]

/** A published case of the office above, and where else it was published. */
async function prepare(app: TestApp) {
  const { db, now } = app.deps
  await insertDepartment(db)
  const people = await publishingPeople(app)
  const { id, code } = await answeredCase(app, people)
  await publish(people.publisher, code)
  const [at, by] = [now().toISOString(), (await staffOf(app, 'approver.all')).id]
  const file = { name: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF'), width: null, height: null }
  const kept = { id: 'file-above', caseId: id, draftId: null, internal: true, createdAt: at, createdBy: by }
  await insertCaseFile(db, { ...kept, file: { ...file, sha256: '' } })
  const place = {
    id: 'place-above',
    caseId: id,
    place: 'other',
    link: '',
    publishedOn: '2026-03-10',
    note: 'x',
  } as const
  await insertPlace(db, { ...place, fileId: 'file-above', addedAt: at, addedBy: by, removedAt: null })
}

function addresses({ app }: TestApp): string[] {
  return beyond.flatMap(([prefix, parameters]) =>
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith(prefix) && /:\w/.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, (_, name: string) => parameters[name] ?? '')}`),
  )
}

describeEngines('whoever approves and publishes in one office', (engine) => {
  it('finds no case of the office above, whatever the address', async () => {
    const app = await openApp(await engine.open())
    await prepare(app)
    const everywhere = app.visitor()
    await everywhere.open('/can-bo/dang-nhap')
    await everywhere.send('/can-bo/dang-nhap', { login: 'approver.all', password })
    const local = await signInAs(app, 'approver', 'CQ-1')
    const asked = addresses(app)
    expect(asked.length).toBeGreaterThan(7)
    for (const address of asked) {
      const [method = '', path = ''] = address.split(' ')
      const page = method === 'GET' ? await local.open(path) : await local.post(path, 'name=x')
      expect(page.status, address).toBe(404)
      // Deeds that are over for an answered case say so (409).
      if (method === 'GET') expect([404, 403], address).not.toContain((await everywhere.open(path)).status)
    }
  })
})
