import { expect, it } from 'vitest'
import { auditActions } from '../../server/domain/audit-actions'
import { caseDeeds, neededFor, onBehalf } from '../../server/domain/case-deeds'
import { importKinds } from '../../server/domain/import-kinds'
import { periodSteps } from '../../server/domain/period-close'
import { permissions } from '../../server/domain/permissions'
import { auditActionNames } from '../../web/vi/audit'
import { listSources } from './files'

const nouns = new Set(['sign-out', ...Object.keys(auditActions).map((action) => action.split('.')[0] ?? '')])

/** Texts of the program that name an action: `action: '…'`, and in actions every text like `noun.verb`. */
function actionsInProgram(): string[] {
  const direct = listSources('server', 'db').flatMap(({ path, text }) => {
    const named = [...text.matchAll(/action: *'([^']+)'/g)].map(([, action = '']) => action)
    const others = path.startsWith('server/actions/') ? [...text.matchAll(/'([a-z-]+\.[a-z-]+)'/g)] : []
    const known = others.map(([, action = '']) => action).filter((action) => nouns.has(action.split('.')[0] ?? ''))
    return [...named, ...known]
  })
  const built = [
    ...periodSteps.map((step) => `period.${step}`),
    ...importKinds.map((kind) => `import.${kind}`),
    ...['open', 'reset', 'close'].map((deed) => `training.${deed}`),
    ...caseDeeds
      .filter((deed) => neededFor[deed] !== 'sender' || onBehalf.includes(deed))
      .map((deed) => `case.${deed}`),
  ]
  return [...new Set([...direct, ...built])].filter((text) => !(permissions as readonly string[]).includes(text)).sort()
}

it('every action that is written into the audit has words, and no other', () => {
  expect(Object.keys(auditActionNames)).toEqual(Object.keys(auditActions))
  expect(Object.keys(auditActions).sort()).toEqual(actionsInProgram())
})

it('actions that are built from parts are known to the test above', () => {
  const built = listSources('server', 'db').flatMap(({ path, text }) =>
    [...text.matchAll(/action: *`([^`]+)`/g)].map(([, template = '']) => `${path.split('/').pop()} ${template}`),
  )
  expect(built.map((line) => line.replace(/\$\{.*/, '')).sort()).toEqual([
    'case-deeds.ts case.',
    'import-table.ts import.',
    'periods.ts period.',
    'training.ts training.',
  ])
})

it('nothing changes or deletes what was written into the audit', () => {
  const broken = listSources('server', 'db', 'web').filter(({ text }) =>
    /(updateTable|deleteFrom|update|delete from) *\(? *['"`]?audit\b/i.test(
      text.replace(/before (update|delete) on audit/g, ''),
    ),
  )
  expect(broken.map(({ path }) => path).filter((path) => !path.includes('004-administration'))).toEqual([])
})
