import { expect, it } from 'vitest'
import { insertSession } from '../../db/sessions'
import { insertStaff } from '../../db/staff'
import { roles } from '../../server/domain/permissions'
import { hashToken } from '../../server/store/tokens'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'

/** What anybody may ask; everything else below /can-bo needs a session. */
const beforeSignIn = [
  'GET /can-bo/dang-nhap',
  'POST /can-bo/dang-nhap',
  'GET /can-bo/thiet-lap/:token',
  'POST /can-bo/thiet-lap/:token',
  'GET /can-bo/loi-moi/:token',
  'POST /can-bo/loi-moi/:token',
]

describeEngines('every staff route', (engine) => {
  it('sends people who are not signed in to the sign-in page, and asks each role for its permission', async () => {
    const { app, deps } = await openApp(await engine.open())
    const routes = [
      ...new Set(
        app.routes
          .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/can-bo') && !path.includes('*'))
          .map(({ method, path }) => `${method} ${path}`),
      ),
    ].filter((route) => !beforeSignIn.includes(route))
    expect(routes.length).toBeGreaterThan(15)

    const ask = async (route: string, cookie: string) => {
      const [method = '', path = ''] = route.split(' ')
      const url = `http://hailong.test${path.replace(/\{[^}]*\}/g, '').replace(/:(\w+)/g, 'x')}`
      const headers = { Host: 'hailong.test', Origin: 'http://hailong.test', Cookie: cookie }
      return app.request(url, { method, headers, body: method === 'POST' ? new URLSearchParams() : undefined })
    }
    for (const route of routes) {
      const response = await ask(route, '')
      expect([route, response.status]).toEqual([route, 303])
      expect(response.headers.get('Location')).toMatch(/^\/can-bo\/dang-nhap/)
    }

    const table: Record<string, string> = {}
    const now = deps.now().toISOString()
    for (const role of roles) {
      const person = {
        id: role,
        login: role,
        name: role,
        role,
        officeCode: null,
        passwordHash: '-',
        createdAt: now,
        disabledAt: null,
      }
      await insertStaff(deps.db, person)
      const expiresAt = '2099-01-01T00:00:00Z'
      await insertSession(deps.db, {
        tokenHash: hashToken(role),
        staffId: role,
        createdAt: now,
        seenAt: now,
        expiresAt,
      })
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

  it('refuses a form that another site sends', async () => {
    const { app } = await openApp(await engine.open())
    const headers = { Host: 'hailong.test', Origin: 'http://elsewhere.test' }
    const body = new URLSearchParams({ login: 'a', password: 'b' })
    const response = await app.request('http://hailong.test/can-bo/dang-nhap', { method: 'POST', headers, body })
    expect(response.status).toBe(403)
  })
})
