/** The text in the one Unicode form (NFC) that everything stored and printed has. */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/** Lower case without marks, đ as d: for comparing and searching words typed in any way. Spaces are kept. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').normalize('NFC')
}

/** A test of texts: true when every word that was typed stands somewhere in a text, marks and capitals aside. */
export function wordFinder(typed: string): (text: string) => boolean {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  return (text) => {
    const said = fold(text)
    return words.every((word) => said.includes(word))
  }
}

/** How a citizen is addressed unless a survey says otherwise; texts of surveys and pages are written with it. */
export const usualAddress = 'Ông/Bà'

const collator = new Intl.Collator('vi', { numeric: true })

/** Orders names as a Vietnamese reader expects, numbers in them by their value; negative when `a` comes first. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b)
}

/**
 * Not to be kept in a text: controls but line feed, half characters, signs that turn the reading direction, and those that
 * nobody sees and that hide words from a search; the joiner stays within an emoji.
 */
const unwanted =
  /[^\P{Cc}\n]|\p{Cs}|[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D/gu

/** A typed text as it is kept: NFC, line ends as `\n`, tabs as spaces, no control characters, no space around. */
export function cleanText(text: string): string {
  return nfc(text).replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(unwanted, '').trim()
}
