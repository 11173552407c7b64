import { expect, it } from 'vitest'
import { insertSession } from '../../db/sessions'
import { insertStaff } from '../../db/staff'
import { type Role, roles } from '../../server/domain/permissions'
import { hashToken } from '../../server/store/tokens'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'

/** What anybody may ask; everything else below /can-bo needs a session. */
const beforeSignIn = [
  'GET /can-bo/dang-nhap',
  'POST /can-bo/dang-nhap',
  'POST /can-bo/dang-nhap/ma',
  'GET /can-bo/thiet-lap/:token',
  'POST /can-bo/thiet-lap/:token',
  'GET /can-bo/loi-moi/:token',
  'POST /can-bo/loi-moi/:token',
  'GET /can-bo/quen-mat-khau',
  'POST /can-bo/quen-mat-khau',
]

type Ask = (route: string, cookie: string) => Promise<Response>

/** Every route of the staff area that needs a session, and a way to ask for one with a session's cookie. */
function staffRoutes({ app }: TestApp): { routes: string[]; ask: Ask } {
  const all = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/can-bo') && !path.includes('*'))
    .map(({ method, path }) => `${method} ${path}`)
  const ask: Ask = async (route, cookie) => {
    const [method = '', path = ''] = route.split(' ')
    const url = `http://hailong.test${path.replace(/\{[^}]*\}/g, '').replace(/:(\w+)/g, 'x')}`
    const headers = { Host: 'hailong.test', Origin: 'http://hailong.test', Cookie: cookie }
    return app.request(url, { method, headers, body: method === 'POST' ? new URLSearchParams() : undefined })
  }
  return { routes: [...new Set(all)].filter((route) => !beforeSignIn.includes(route)), ask }
}

/** Somebody with a role and a session whose cookie is the role. */
async function openSessionOf({ deps }: TestApp, role: Role) {
  const createdAt = deps.now().toISOString()
  const account = { passwordHash: '-', createdAt, disabledAt: null }
  await insertStaff(deps.db, { id: role, login: role, name: role, role, officeCode: null, ...account })
  const session = { tokenHash: hashToken(role), staffId: role, createdAt, seenAt: createdAt }
  await insertSession(deps.db, { ...session, expiresAt: '2099-01-01T00:00:00Z' })
}

describeEngines('every staff route', (engine) => {
  it('sends people who are not signed in to the sign-in page, and asks each role for its permission', async () => {
    const test = await openApp(await engine.open())
    const { routes, ask } = staffRoutes(test)
    expect(routes.length).toBeGreaterThan(15)
    for (const route of routes) {
      const response = await ask(route, '')
      expect([route, response.status]).toEqual([route, 303])
      expect(response.headers.get('Location')).toMatch(/^\/can-bo\/dang-nhap/)
    }

    const table: Record<string, string> = {}
    for (const role of roles) {
      await openSessionOf(test, role)
      for (const route of routes.filter((route) => !route.endsWith('/dang-xuat'))) {
        const allowed = (await ask(route, `hl=${role}`)).status !== 403
        table[route] = `${table[route] ?? ''}${allowed ? `${role} ` : ''}`
      }
    }
    const lines = Object.entries(table).map(
      ([route, allowed]) =>
        `${route} — ${allowed.trim().split(' ').length === roles.length ? 'everybody' : allowed.trim()}`,
    )
    await expect(lines.sort().join('\n')).toMatchFileSnapshot('access-ladder.txt')
  })

  it('waits for the second step of whoever must have one: only the own account and signing out answer', async () => {
    const test = await openApp(await engine.open(), { TWO_STEP: 'administrators' })
    const { routes, ask } = staffRoutes(test)
    await openSessionOf(test, 'administrator')
    const led: string[] = []
    for (const route of routes.filter((route) => !route.endsWith('/dang-xuat'))) {
      const { status, headers } = await ask(route, 'hl=administrator')
      if (status === 303 && headers.get('Location')?.startsWith('/can-bo/tai-khoan/hai-buoc')) led.push(route)
    }
    const answering = routes.filter((route) => !led.includes(route) && !route.includes(' /can-bo/tai-khoan'))
    expect(answering).toEqual(['POST /can-bo/dang-xuat'].filter((route) => routes.includes(route)))
    expect(led.length).toBeGreaterThan(15)
  })

  it('refuses a form that another site sends', async () => {
    const { app } = await openApp(await engine.open())
    const headers = { Host: 'hailong.test', Origin: 'http://elsewhere.test' }
    const body = new URLSearchParams({ login: 'a', password: 'b' })
    const response = await app.request('http://hailong.test/can-bo/dang-nhap', { method: 'POST', headers, body })
    expect(response.status).toBe(403)
    const asJson = { ...headers, 'Content-Type': 'application/json' }
    const json = await app.request('http://hailong.test/can-bo/dang-nhap', {
      method: 'POST',
      headers: asJson,
      body: '{}',
    })
    expect(json.status).toBe(403)
  })
})
