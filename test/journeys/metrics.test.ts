import { describe, expect, it } from 'vitest'
import { backUpNow } from '../../server/backup-jobs'
import { answerSipas } from '../support/answers'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { startProduct } from '../support/product'

const token = 'a-long-secret-of-monitoring'
const bearer = { Authorization: `Bearer ${token}` }

describeEngines('numbers for monitoring', (engine) => {
  it('tell replies by pattern, queues, backup and sizes to who has the token', async () => {
    const test = await openApp(await engine.open(), { METRICS_TOKEN: token })
    await answerSipas(test, 6, 4)
    const citizen = test.visitor()
    await citizen.open(`/k/${test.point}`)
    await citizen.open(`/k/${test.point}`)
    await citizen.open('/k/NOPE')
    await citizen.open('/nowhere')
    await test.app.request('http://hailong.test/', { method: 'BREW' })
    await backUpNow(test.deps, null)
    test.setNow('2026-03-10T03:00:00Z')
    const response = await test.app.request('http://hailong.test/metrics', { headers: bearer })
    expect(response.headers.get('Content-Type')).toContain('version=0.0.4')
    const lines = (await response.text()).split('\n')
    const count = 'hailong_request_duration_seconds_count'
    expect(lines).toContain(`${count}{method="GET",route="/k/:code",status="200"} 2`)
    expect(lines).toContain(`${count}{method="GET",route="/k/:code",status="404"} 1`)
    expect(lines.find((line) => line.startsWith(`${count}{method="GET"`) && line.includes('404'))).toBeDefined()
    expect(lines.filter((line) => line.includes('nowhere') || line.includes('BREW') || line.includes('NOPE'))).toEqual(
      [],
    )
    expect(lines).toContain('hailong_log_entries 6')
    expect(lines).toContain('hailong_inbox_waiting 0')
    expect(lines).toContain('hailong_follower_lag_seconds 0')
    expect(lines).toContain('hailong_mail_waiting 0')
    expect(lines).toContain('hailong_backup_age_seconds 3600')
    for (const name of ['hailong_database_bytes', 'hailong_disk_free_bytes', 'process_resident_memory_bytes'])
      expect(
        lines.find((line) => line.startsWith(`${name} `)),
        name,
      ).toMatch(/ [\d.e+]+$/)
    const buckets = lines.filter(
      (line) => line.includes('_bucket{') && line.includes('"/k/:code"') && line.includes('"200"'),
    )
    expect(buckets.at(-1)).toMatch(/le="\+Inf"\} 2$|\} 2$/)
    // One series for each pattern and status, however many addresses are asked.
    const before = test.deps.requests.list().length
    for (let i = 0; i < 50; i++) await citizen.open(`/k/X${i}`)
    expect(test.deps.requests.list().length).toBe(before)
  })

  it('are no page for anybody else', async () => {
    const test = await openApp(await engine.open(), { METRICS_TOKEN: token })
    const ask = async (headers: Record<string, string>) =>
      (await test.app.request('http://hailong.test/metrics', { headers })).status
    expect(await ask({})).toBe(404)
    expect(await ask({ Authorization: 'Bearer wrong' })).toBe(404)
    expect(await ask({ Authorization: `bearer ${token}` })).toBe(404)
    expect(await ask(bearer)).toBe(200)
    // Without a token and without a connection from this machine.
    const open = await openApp(await engine.open())
    expect((await open.app.request('http://hailong.test/metrics')).status).toBe(404)
  })
})

describe('without a token', () => {
  it('this machine reads them, and nobody through a proxy', async () => {
    const product = await startProduct({ TRAINING_PORT: 'off' })
    const address = `${new URL(product.survey).origin}/metrics`
    try {
      expect((await fetch(address)).status).toBe(200)
      expect((await fetch(address, { headers: { 'X-Forwarded-For': '203.0.113.9' } })).status).toBe(404)
    } finally {
      await product.stop()
    }
    const proxied = await startProduct({ TRAINING_PORT: 'off', TRUSTED_PROXIES: '127.0.0.1' })
    try {
      expect((await fetch(`${new URL(proxied.survey).origin}/metrics`)).status).toBe(404)
    } finally {
      await proxied.stop()
    }
  })
})
