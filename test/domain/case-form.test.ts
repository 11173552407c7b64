import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyForm,
  type FormRules,
  formFields,
  formSteps,
  kindOf,
  matters,
  publishChoiceOf,
  readCaseForm,
  stepAfter,
  stepBefore,
  stepsAsked,
  titleOf,
} from '../../server/domain/case-form'
import { findFaults, firstFaulty, phoneFault } from '../../server/domain/case-form-faults'
import { isRestrictedKind } from '../../server/domain/case-words'

const rules: fc.Arbitrary<FormRules> = fc.record({
  office: fc.constantFrom('given', 'chosen', 'missing', 'unknown'),
  takesFiles: fc.boolean(),
  allowsAnonymous: fc.boolean(),
})
const forms = fc
  .record(Object.fromEntries(formFields.map((field) => [field, fc.string({ maxLength: 20 })])))
  .chain((form) => fc.constantFrom(...matters, '').map((matter) => emptyForm({ ...form, matter })))

describe('the steps of the form', () => {
  it('lead from the first to the last, each once, and back', () => {
    fc.assert(
      fc.property(rules, (given) => {
        const asked = stepsAsked(given)
        expect(asked[0]).toBe('kind')
        expect(asked.at(-1)).toBe('review')
        expect(new Set(asked).size).toBe(asked.length)
        for (const step of asked.slice(0, -1)) expect(stepBefore(stepAfter(step, given), given)).toBe(step)
        expect(stepAfter('review', given)).toBe('review')
        expect(stepBefore('kind', given)).toBeNull()
      }),
    )
  })

  it('can all be finished exactly when none has a fault', () => {
    fc.assert(
      fc.property(forms, rules, (form, given) => {
        const faulty = formSteps.filter((step) => step !== 'doors' && findFaults(step, form, given).length > 0)
        expect(firstFaulty(form, given)?.step).toBe(faulty.filter((step) => stepsAsked(given).includes(step))[0])
      }),
    )
  })
})

describe('a form', () => {
  it('is read the same again from what was read, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...formFields, 'other'), fc.string({ unit: 'binary' }))),
        (pairs) => {
          const form = readCaseForm(pairs)
          expect(readCaseForm(Object.entries(form))).toEqual(form)
          for (const text of Object.values(form)) expect(text).toBe(text.normalize('NFC'))
        },
      ),
    )
  })

  it('never becomes public when its kind is restricted, nor anonymous when it is no petition', () => {
    fc.assert(
      fc.property(forms, rules, (form, given) => {
        const kind = kindOf(form, given)
        if (isRestrictedKind(kind) || kind === 'urgent') expect(publishChoiceOf(form)).toBe('private')
        if (kind === 'suggestion') {
          expect(given.allowsAnonymous).toBe(true)
          expect(['conduct', 'rule', 'both', 'idea']).toContain(form.matter)
        }
      }),
    )
  })

  it('has a title of one line: its own, else the beginning of what happened, between words', () => {
    expect(titleOf({ title: 'Tên', content: 'Nội dung' })).toBe('Tên')
    expect(titleOf({ title: '', content: 'Một dòng\nHai dòng' })).toBe('Một dòng')
    const long = titleOf({ title: '', content: 'chậm trễ '.repeat(40) })
    expect(long.length).toBeLessThanOrEqual(101)
    expect(long).toMatch(/(chậm|trễ)…$/)
    fc.assert(
      fc.property(fc.string(), (content) => {
        expect(titleOf({ title: '', content })).not.toContain('\n')
      }),
    )
  })
})

describe('a telephone number', () => {
  it.each([
    ['', null],
    ['0905123456', null],
    ['0905 123 456', null],
    ['0905.123.456', null],
    ['(024) 3825-3536', null],
    ['+84 905 123 456', null],
    ['+84 24 3825 3536', null],
    ['0084905123456', null],
    ['+1 202 555 0143', null],
    ['3825353', 'phone-digits'],
    ['090512345678', 'phone-digits'],
    ['0905 123 456 / 0912 345 678', 'phone-digits'],
    ['+', 'phone-digits'],
    ['0905 abc 456', 'phone-letters'],
    ['không có', 'phone-letters'],
  ])('%s: %s', (phone, fault) => {
    expect(phoneFault(phone)).toBe(fault)
  })

  it('is taken with 9 to 11 digits however they are set apart, never with a letter', () => {
    const spaced = fc
      .tuple(fc.stringMatching(/^\d{9,11}$/), fc.constantFrom(' ', '.', '-'))
      .map(([digits, sign]) => digits.replace(/(\d{3})(?=\d)/g, `$1${sign}`))
    fc.assert(
      fc.property(spaced, (phone) => {
        expect(phoneFault(phone)).toBeNull()
      }),
    )
    fc.assert(
      fc.property(spaced, (phone) => {
        expect(phoneFault(`${phone}ơ`)).toBe('phone-letters')
      }),
    )
  })
})
