import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersCommitment, lineLeaf, markLine, responseLine, restCommitment } from '../../server/ledger/leaf'
import { answerOf } from '../support/ledger'

const row = answerOf(3, {
  answers: '12345',
  comment: 'Cảm ơn',
  submittedOn: '2026-03-15',
  submittedAt: '2026-03-15T01:00:00.000Z',
}) as Parameters<typeof responseLine>[0]
const sha256 = (...parts: (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

describe('the line of a leaf', () => {
  it('says office, version, channel and half, and commits to the rest', () => {
    const { office, point, channel, field } = row
    const rest = `["${point}","${field}","2026-03-15","2026-03-15T01:00:00.000Z","","Cảm ơn","vi",null,"","counted"]`
    const answers = sha256(Buffer.alloc(16, 3), '12345')
    const expected = ['response', office, 'sipas-24@1', channel, '2026-03b', base64url(answers)]
    const line = [...expected, base64url(sha256(Buffer.alloc(16, 4), rest))].join('\t')
    expect(responseLine(row)).toBe(line)
    expect(lineLeaf(line)).toEqual(sha256(Uint8Array.of(0), line))
  })

  it('of a mark names the number of the response', () => {
    const line = markLine({ kind: 'withdraw', reason: 'replaced', markedOn: '2026-03-20' }, 17)
    expect(line).toBe('mark\twithdraw\t17\treplaced\t2026-03-20')
  })

  it('stays the same when content gives way to its commitments', () => {
    const gone = { answers: null, traits: null, extras: null, comment: null, submittedAt: null }
    const commitments = { answersCommit: answersCommitment(row), restCommit: restCommitment(row) }
    const erased = { ...row, ...gone, answersSalt: null, restSalt: null, ...commitments }
    expect(responseLine(erased)).toBe(responseLine(row))
    expect(responseLine({ ...erased, answersCommit: null })).toBeNull()
  })

  it('differs for any other content', () => {
    const texts = fc.constantFrom(
      'point',
      'field',
      'submittedOn',
      'answers',
      'comment',
      'traits',
      'extras',
      'flags',
      'lang',
    )
    fc.assert(
      fc.property(texts, fc.string(), (column, value) => {
        const day = column === 'submittedOn' ? '2026-03-16' : value
        fc.pre(row[column as keyof typeof row] !== day)
        expect(responseLine({ ...row, [column]: day })).not.toBe(responseLine(row))
      }),
    )
  })
})
