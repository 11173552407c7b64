import { expect, it } from 'vitest'
import { insertTemplates } from '../../db/case-templates'
import { insertRound } from '../../db/rounds'
import { insertStaff } from '../../db/staff'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'

/** For each address with something in it: a thing of the office above, which is beyond the reach of the one below. */
const beyond: [prefix: string, parameters: Record<string, string>][] = [
  ['/can-bo/don-vi/', { code: 'CQ' }],
  ['/can-bo/diem/', { code: '7F3K' }],
  ['/can-bo/nhan-su/', { id: 'above' }],
  ['/can-bo/ky-bao-cao/', { office: 'CQ', period: '2026-01' }],
  ['/can-bo/dot/', { id: 'round-above' }],
  ['/can-bo/chi-tieu/', { code: 'CQ' }],
  ['/can-bo/lien-he/', { code: 'CQ' }],
  ['/can-bo/mau-tra-loi/', { id: 'template-above' }],
]

/** Addresses with something in it that belongs to no office; what they hold is for everybody who may open them. */
const ofNoOffice = ['/can-bo/xuat/', '/can-bo/viec/', '/can-bo/thu-tuc/', '/can-bo/mau-phieu/', '/can-bo/sao-luu/']

/** About cases, which are closed to administrators: asked as those who work with them, in case-parts.test. */
const ofCases = ['/can-bo/cong-khai/', '/can-bo/phan-anh/']

async function prepare({ deps }: TestApp) {
  await insertDepartment(deps.db)
  const createdAt = deps.now().toISOString()
  const person = { id: 'above', login: 'above', name: 'Above', role: 'viewer', officeCode: 'CQ', passwordHash: 'x' }
  await insertStaff(deps.db, { ...person, createdAt, disabledAt: null })
  const days = { fromOn: '2026-03-01', toOn: '2026-03-31' }
  const round = { id: 'round-above', title: 'Above', surveyKey: 'sipas-24', ...days, note: '', endedAt: null }
  const template = { id: 'template-above', officeCode: 'CQ', purpose: 'answer', title: 'Above', body: 'x' } as const
  const made = { createdAt, updatedAt: createdAt, updatedBy: null, removedAt: null }
  await insertTemplates(deps.db, [{ ...template, ...made }])
  await insertRound(deps.db, { ...round, createdAt, createdBy: null }, [{ officeCode: 'CQ', population: 9, target: 9 }])
}

/** `GET /can-bo/diem/7F3K`, for every route that names something. */
function addresses({ app }: TestApp): string[] {
  const routes = app.routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/can-bo') && /:\w/.test(path) && !path.includes('token'),
  )
  return [
    ...new Set(
      routes.flatMap(({ method, path }) => {
        if ([...ofNoOffice, ...ofCases].some((prefix) => path.startsWith(prefix))) return []
        const parameters = beyond.find(([prefix]) => path.startsWith(prefix))?.[1]
        if (!parameters) throw new Error(`${path}: say in this test which thing of another office it names`)
        const named = path.replace(/:(\w+)\{([^}|]*)[^}]*\}/g, (_, __, file: string) => file.replaceAll('\\', ''))
        // A file of many things: which ones stands behind the question mark, and others are left out.
        if (!/:\w/.test(named)) return []
        return [`${method} ${named.replace(/:(\w+)/g, (_, name: string) => parameters[name] ?? '')}`]
      }),
    ),
  ]
}

describeEngines('an administrator of one office', (engine) => {
  it('finds nothing of the office above, whatever the address', async () => {
    const test = await openApp(await engine.open())
    await prepare(test)
    const everywhere = await signInAs(test, 'administrator')
    const local = await signInAs(test, 'administrator', 'CQ-1')
    const asked = addresses(test)
    expect(asked.length).toBeGreaterThan(20)
    for (const address of asked) {
      const [method = '', path = ''] = address.split(' ')
      const page = method === 'GET' ? await local.open(path) : await local.post(path, 'name=x')
      expect([403, 404], `${address} → ${page.status}`).toContain(page.status)
      // The same address means something: who sees everything gets an answer.
      if (method === 'GET') expect([404, 403], address).not.toContain((await everywhere.open(path)).status)
    }
  })
})
