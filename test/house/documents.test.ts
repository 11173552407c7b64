import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../server/cli'
import { settings } from '../../server/config'
import { permissions, roles } from '../../server/domain/permissions'
import { formats } from '../../server/formats'
import { reportNames } from '../../server/reports'

const read = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', name), 'utf8')

describe('the documents', () => {
  const readme = read('README.md')

  it('name every setting with its default', () => {
    for (const [name, { fallback }] of Object.entries(settings)) {
      const line = readme.split('\n').find((text) => text.includes(`\`${name}\``))
      expect(line, name).toBeDefined()
      if (fallback) expect(line).toContain(fallback)
    }
  })

  it('name every command, report and format', () => {
    for (const { name } of commands) expect(readme, name).toContain(`hailong -- ${name}`)
    for (const name of reportNames) expect(readme).toContain(`\`${name}\``)
    for (const { format } of formats) expect(readme).toContain(`\`${format}\``)
  })

  it('explain every role and permission', () => {
    const guide = read('HUONG-DAN.md')
    for (const name of [...roles, ...permissions]) expect(guide, name).toContain(`\`${name}\``)
  })

  it('show how to start and how to test', () => {
    expect(readme).toContain('npm ci && npm start')
    expect(readme).toContain('npm ci && npm test')
  })
})
