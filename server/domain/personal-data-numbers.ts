import type { Finding, PersonalDataKind } from './personal-data'
import { hide, type Sheet } from './personal-data-sheet'
import * as said from './vietnamese-names'

/** Text without marks, in which each letter stands where it stood. */
/** `cased`: looked for in the text as it stands. What is found is the group `it` at the end of a match, or all of it. */
type Finder = { kind: PersonalDataKind; pattern: RegExp; cased?: true; fits?: Fits }
type Fits = (found: string, text: string, at: number) => boolean

const gap = '[ .\\-–\\u00a0()]{0,3}'
const digits = (least: number, most: number) => `\\d(?:${gap}\\d){${least - 1},${most - 1}}`
const alone = '(?<![a-z0-9])'
/** Up to a few words between what is said and the number: `số tài khoản của tôi là: …`. */
const near = '[^0-9\\n\\ufffc[\\]]{0,30}?'

const count = (found: string) => found.replace(/\D/g, '').length

/** Grouped by thousands, or before a currency: an amount. */
const isMoney = (found: string, flat: string, at: number) => {
  const after = flat.slice(at + found.length, at + found.length + 12)
  return /^\s{0,2}(?:d\b|dong|vnd|trieu|ty|nghin|k\b|₫)/.test(after) || /^\d{1,3}(?:\.000)+$/.test(found)
}
const isNoMoney: Fits = (found, flat, at) => !isMoney(found, flat, at)
/** Part of a dossier's or a document's code. */
const isFree: Fits = (found, flat, at) =>
  !/[a-z0-9][.\-/]$/.test(flat.slice(Math.max(0, at - 2), at)) &&
  !/^[-/]\d/.test(flat.slice(at + found.length, at + found.length + 2))

/** In this order: what one finds, the next no longer sees. */
const finders: readonly Finder[] = [
  {
    kind: 'email',
    pattern:
      /(?<![a-z0-9._%+-])[a-z0-9_%+-][a-z0-9._%+-]{0,63}\s{0,2}(?:@|\(at\)|\[at\]|\ba cong\b)\s{0,2}[a-z0-9-]{1,63}(?:\s?(?:\.|\(dot\)|\bcham\b)\s?[a-z0-9-]{1,63}){1,4}/g,
  },
  {
    kind: 'link',
    pattern:
      /(?:https?:\/\/|(?<![a-z0-9.])(?:www|fb|m|vt|zalo)\.)[^\s<>"'[\]\ufffc]{2,2000}|(?<![a-z0-9.@])(?:facebook|fb|zalo|tiktok|youtube|instagram|t|youtu)\.(?:com|me|vn|be)\/[^\s<>"'[\]\ufffc]{1,2000}/g,
    fits: (found) => !/^(?:https?:\/\/)?[^/]{0,200}\.(?:gov|edu)\.vn(?:[/:?#]|$)/.test(found),
  },
  {
    kind: 'link',
    pattern: /(?<=\b(?:facebook|fb|tiktok|instagram|telegram|nick)\s{0,2}[:=]\s{0,2})[a-z0-9@][a-z0-9._@-]{2,60}/g,
  },
  { kind: 'link', pattern: /(?<![a-z0-9._@\ufffc\]])@[a-z0-9_][a-z0-9._]{2,40}/g },
  {
    kind: 'id-number',
    pattern: new RegExp(
      `${alone}(?:${said.identityWords})(?![a-z])${near}(?<it>[a-z]{0,2}${digits(7, 15)})(?!\\d)`,
      'g',
    ),
  },
  {
    kind: 'bank-account',
    pattern: new RegExp(`${alone}(?:${said.accountWords})(?![a-z])${near}(?<it>${digits(6, 19)})(?!\\d)`, 'g'),
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `${alone}(?:\\(?\\+${gap}84|0084|84|\\(?[0o])${gap}(?:\\(0\\))?${gap}(?:[35789](?:${gap}\\d){8}|2(?:${gap}\\d){9}|1${gap}[2689](?:${gap}\\d){8})(?!\\d)`,
      'g',
    ),
    fits: isFree,
  },
  { kind: 'phone', pattern: new RegExp(`(?<![a-z0-9+])\\+${gap}${digits(9, 14)}(?!\\d)`, 'g') },
  {
    kind: 'phone',
    pattern: new RegExp(
      `${alone}(?:${said.telephoneWords})(?![a-z])[^0-9\\n\\ufffc[\\]]{0,15}?(?<it>${digits(8, 12)})(?!\\d)`,
      'g',
    ),
  },
  {
    kind: 'phone',
    pattern: new RegExp(`${alone}(?:${said.numberWords})(?:[ .-]{1,2}(?:${said.numberWords})(?![a-z])){7,11}`, 'g'),
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `${alone}(?:${said.plateWords})(?![a-z])[^0-9a-z\\n\\ufffc[\\]]{0,5}(?:la )?(?<it>\\d{2}[ -]?[a-z]{1,2}\\d?[ .-]{0,3}\\d{3}[ .]?\\d{1,2}|[a-z]{2}[ -]?\\d{2}[ -]?\\d{2})(?![a-z0-9])`,
      'g',
    ),
  },
  {
    kind: 'plate',
    cased: true,
    pattern: /(?<![\p{L}\d.,/-])(?:1[1-9]|[2-9]\d)[ -]?[A-Z]{1,2}\d?[ -]{1,3}(?:\d{3}[. ]\d{2}|\d{4,5})(?![\p{L}\d])/gu,
  },
  { kind: 'bank-account', pattern: /(?<![\d.,-])\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?!\d)/g },
  { kind: 'id-number', pattern: /(?<![a-z0-9])[a-z]{2}\d{13}(?!\d)/g },
  {
    kind: 'id-number',
    pattern:
      /(?<![a-z0-9])(?:\d{12}|\d{9}|\d{3}([ .-])\d{3}\1\d{3}(?:\1\d{3})?|\d{3} \d{9}|\d{3} \d{3} \d{6})(?![a-z0-9])/g,
    fits: (found, flat, at) => isFree(found, flat, at) && !isMoney(found, flat, at) && [9, 12].includes(count(found)),
  },
  {
    kind: 'birth-date',
    pattern: new RegExp(
      `${alone}(?:${said.birthWords})(?![a-z])[^0-9a-z\\n\\ufffc[\\]]{0,4}(?<it>\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2}|\\d{1,2}[/.-](?:19|20)\\d{2}|(?:19|20)\\d{2})(?!\\d)`,
      'g',
    ),
  },
]

const bankLine = new RegExp(`${alone}(?:${said.bankNames})(?![a-z])`)
const lineNumber = new RegExp(`(?<![a-z0-9.,/-])${digits(8, 16)}(?![a-z0-9])`, 'g')

/** Numbers and addresses of the net. */
export function findNumbers(sheet: Sheet): void {
  for (const { kind, pattern, fits = () => true, cased } of finders) {
    const text = cased ? sheet.text : sheet.flat
    const found = matchesOf(text, pattern).map(({ from, to }) => ({
      from,
      to: kind === 'link' ? endOf(text, from, to) : to,
    }))
    const fitting = found.filter(({ from, to }) => fits(text.slice(from, to), text, from))
    hide(
      sheet,
      fitting.map((one) => ({ ...one, kind })),
    )
  }
  hide(sheet, findAccounts(sheet.flat))
}

/** An address of the net without the sign that ends the sentence. */
const endOf = (text: string, from: number, to: number) =>
  from + text.slice(from, to).replace(/[.,;:!?)\]}]{1,20}$/, '').length

/** Long numbers in a line that names a bank. */
function findAccounts(flat: string): Finding[] {
  let start = 0
  return flat.split('\n').flatMap((line) => {
    const begin = start
    start += line.length + 1
    if (!bankLine.test(line)) return []
    return matchesOf(line, lineNumber)
      .filter(({ from, to }) => isNoMoney(line.slice(from, to), line, from))
      .map(({ from, to }): Finding => ({ from: begin + from, to: begin + to, kind: 'bank-account' }))
  })
}

function matchesOf(text: string, pattern: RegExp): { from: number; to: number }[] {
  return [...text.matchAll(pattern)].map(({ index, 0: all, groups }) => {
    const it = groups?.it
    const from = it === undefined ? index : index + all.length - it.length
    return { from, to: index + all.length }
  })
}
