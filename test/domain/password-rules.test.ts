import { describe, expect, it } from 'vitest'
import { isLogin, passwordProblem } from '../../server/domain/password-rules'

describe('password rules', () => {
  it('ask for ten characters that are not the login', () => {
    expect(passwordProblem('chín ký tự', 'hoa')).toBe(null)
    expect(passwordProblem('123456789', 'hoa')).toBe('too-short')
    expect(passwordProblem('Le.Thi.Hoa.01', 'le.thi.hoa.01')).toBe('same-as-login')
    expect(passwordProblem('x'.repeat(201), 'hoa')).toBe('too-long')
  })

  it('count letters with marks as one however they are sent', () => {
    const typed = 'ữữữữữữữữữ'
    expect(passwordProblem(typed, 'hoa')).toBe('too-short')
    expect(passwordProblem(typed.normalize('NFD'), 'hoa')).toBe('too-short')
  })

  it('take logins without marks and spaces', () => {
    for (const login of ['hoa.lt', 'le-thi-hoa', 'hoa@binhan.gov.vn', 'abc']) expect(isLogin(login)).toBe(true)
    for (const login of ['ho', 'lê hoa', 'Hoa', '.hoa', 'a'.repeat(61), '']) expect(isLogin(login)).toBe(false)
  })
})
