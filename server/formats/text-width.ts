/**
 * Widths of the printable ASCII letters (from the space on) in thousandths of the font size, read from the font files:
 * Be Vietnam Pro 1.002 of posters, Tinos 1.340 of tables (Times New Roman has the same widths).
 */
const regular =
  '230,280,318,807,645,849,740,179,439,439,497,608,303,608,286,503,676,385,651,660,710,660,680,594,634,680,286,303,556,726,556,573,1005,736,674,775,728,620,633,783,709,258,465,679,624,853,732,826,644,822,668,635,650,725,706,1005,720,665,660,459,485,459,559,702,202,642,652,613,652,599,386,643,583,264,274,555,255,893,573,642,652,652,392,508,428,566,576,870,559,583,502,426,408,426,468'
const bold =
  '230,341,391,845,649,871,763,222,453,453,513,652,346,607,335,541,700,431,664,680,720,682,700,598,668,700,335,346,573,752,573,621,1018,769,709,780,751,642,644,790,732,290,491,716,643,888,749,828,679,826,712,666,686,738,745,1057,769,718,667,504,531,504,612,736,288,658,668,629,668,618,409,659,608,296,301,599,288,896,598,658,668,668,429,537,438,588,594,884,608,597,521,480,434,480,490'
const serif =
  '250,333,408,500,500,833,778,180,333,333,500,564,250,333,250,278,500,500,500,500,500,500,500,500,500,500,278,278,564,564,564,444,921,722,667,667,722,611,556,722,722,333,389,722,611,889,722,722,556,722,667,556,611,722,722,944,722,722,611,333,278,333,469,500,333,444,500,444,500,444,333,500,500,278,278,500,278,778,500,500,500,500,333,389,278,500,500,722,500,500,444,480,200,480,541'
const serifBold =
  '250,333,555,500,500,1000,833,278,333,333,500,570,250,333,250,278,500,500,500,500,500,500,500,500,500,500,333,333,570,570,570,500,930,722,667,722,722,667,611,778,778,389,500,778,667,944,722,778,611,778,722,556,667,722,722,1000,722,722,667,333,278,333,581,500,333,500,556,444,556,444,333,500,556,278,333,556,278,833,556,500,556,556,444,389,333,556,500,722,500,500,444,394,220,394,520'
const widths = (list: string) => list.split(',').map(Number)
const tables = {
  regular: widths(regular),
  bold: widths(bold),
  serif: widths(serif),
  serifBold: widths(serifBold),
}
/** đ and Đ do not come apart into letter and mark; the rest of what is not in the table is as wide as this. */
const wide: Record<string, number> = { '\u0111': 690, '\u0110': 790, '\u00a0': 230 }
const unknown = 750

export type Weight = keyof typeof tables

const horn = 50

/** The width of a line of text at a font size, in the unit of the size. Only the horn of ơ and ư takes room of its own. */
export function textWidth(text: string, size: number, weight: Weight): number {
  const apart = text.normalize('NFD')
  let sum = horn * (apart.split('\u031b').length - 1)
  for (const letter of apart.replace(/\p{M}/gu, ''))
    sum += tables[weight][letter.charCodeAt(0) - 32] ?? wide[letter] ?? unknown
  return (sum * size) / 1000
}

/** The lines of a text that fit a width, broken at spaces; a word that is too long has a line of its own. */
export function breakLines(text: string, size: number, weight: Weight, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last === undefined || textWidth(longer, size, weight) > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** The largest of the sizes from `size` down to `least` at which the text needs at most `lines` lines of a width. */
export function fitSize(text: string, size: number, least: number, weight: Weight, width: number, lines = 1): number {
  for (let now = size; now > least; now -= 0.25) {
    const broken = breakLines(text, now, weight, width)
    if (broken.length <= lines && broken.every((line) => textWidth(line, now, weight) <= width)) return now
  }
  return least
}
