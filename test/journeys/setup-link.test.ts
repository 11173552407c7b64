import { expect, it, vi } from 'vitest'
import { hashPassword } from '../../server/store/passwords'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { password } from '../support/staff'

vi.mock(import('../../server/store/passwords'), async (original) => {
  const real = await original()
  return { ...real, hashPassword: vi.fn(real.hashPassword) }
})

describeEngines('a set-up link', (engine) => {
  it('that was made up costs no hashing of a password', async () => {
    const test = await openApp(await engine.open())
    const account = new URLSearchParams({ name: 'Hoa', login: 'hoa.lt', password, repeat: password })
    expect((await test.visitor().post('/can-bo/thiet-lap/doan-mo', account)).status).toBe(410)
    expect(hashPassword).not.toHaveBeenCalled()
    expect((await test.visitor().post(`/can-bo/thiet-lap/${test.setupToken}`, account)).status).toBe(200)
    expect(hashPassword).toHaveBeenCalledOnce()
    vi.mocked(hashPassword).mockClear()
  })
})
