import { describe, expect, it } from 'vitest'
import { markKinds, standingAfter, standings } from '../../server/domain/standing'

const table = (asSent: (typeof standings)[number]) =>
  standings.map((now) => `${now}: ${markKinds.map((mark) => standingAfter(asSent, now, mark)).join(' ')}`)

describe('the standing of a response', () => {
  it('is what the last mark says, in the order withdraw doubt trust repeat test invalid restore', () => {
    expect(markKinds).toEqual(['withdraw', 'doubt', 'trust', 'repeat', 'test', 'invalid', 'restore'])
    const said = 'withdrawn doubtful counted repeat test invalid'
    expect(table('counted')).toEqual([
      `counted: ${said} counted`,
      `doubtful: ${said} counted`,
      `blank: ${said} counted`,
      `under-half: ${said} counted`,
      `repeat: ${said} counted`,
      `test: ${said} counted`,
      `invalid: ${said} counted`,
      `withdrawn: ${Array(7).fill('withdrawn').join(' ')}`,
    ])
    expect(table('doubtful')[2]).toBe(`blank: ${said} doubtful`)
  })

  it('is never valid when the form was too empty', () => {
    for (const empty of ['blank', 'under-half'] as const)
      expect(table(empty)[4]).toBe(`repeat: withdrawn ${empty} ${empty} repeat test invalid ${empty}`)
  })
})
