import { expect, it } from 'vitest'
import { openLog } from '../../server/log'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { password, signInAs } from '../support/staff'

describeEngines('the log of the program', (engine) => {
  it('holds no comment, name, login, password, token, receipt or address, whatever is done', async () => {
    const lines: string[] = []
    const log = openLog('debug', { write: (line: string) => void lines.push(line) })
    const test = await openApp(await engine.open(), { RATE_LIMITS: 'on' }, undefined, log)
    const citizen = test.visitor()
    await citizen.open(`/k/${test.point}`)
    await citizen.send(`/k/${test.point}/gui`, { '1.1': '2', comment: 'Cô Nguyễn Thị Mận ở quầy 3 rất khó chịu' })
    const receipt = citizen.page.url.split('/').at(-1) ?? ''
    expect(citizen.page.url).toMatch(/^\/phieu\//)
    await citizen.open(`/can-bo/thiet-lap/${test.setupToken}`)
    const person = await signInAs(test, 'administrator')
    await person.open('/can-bo/diem?tim=Nguyen')
    await person.open('/can-bo/khong-co/0912345678')
    await person.post('/can-bo/dang-nhap', new URLSearchParams({ login: 'tran.van.binh', password: 'sai mat khau' }))
    await test.app.request('http://hailong.test/k/NOPE', { headers: { 'X-Forwarded-For': '203.0.113.77' } })
    test.deps.log.error(
      { err: Object.assign(new Error('duplicate key'), { detail: 'Key (login)=(tran.van.binh)' }) },
      'x',
    )
    const said = lines.join('')
    const secrets = ['Mận', 'khó chịu', receipt, test.setupToken, password, 'administrator.all', 'Cán bộ administrator']
    for (const secret of [...secrets, 'tran.van.binh', 'sai mat khau', '203.0.113.77', '0912345678', 'Nguyen'])
      expect([secret, said.includes(secret)]).toEqual([secret, false])
    for (const cookie of person.cookieValues()) expect(said).not.toContain(cookie)
    expect(said).toMatch(/"route":"\/k\/:code\/gui","status":303/)
    expect(said).toMatch(
      /"level":30,.*"method":"GET","route":"\/can-bo\/diem","status":200,"ms":[\d.]+,"msg":"replied"/,
    )
  })

  it('says nothing of citizens at its usual level, and nothing of pages that did not change', async () => {
    const lines: string[] = []
    const log = openLog('info', { write: (line: string) => void lines.push(line) })
    const test = await openApp(await engine.open(), {}, undefined, log)
    await test.visitor().open(`/k/${test.point}`)
    expect(lines).toEqual([])
    const person = await signInAs(test, 'administrator')
    await person.open('/can-bo/tai-khoan')
    expect(lines.at(-1)).toContain('"route":"/can-bo/tai-khoan"')
  })
})
