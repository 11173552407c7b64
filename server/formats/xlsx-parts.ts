import { reportWords } from '../../web/vi/reports'
import { xmlText } from './xml'

/** A sheet of the workbook; `lastColumn` of a sheet that repeats its heading on each printed page, else null. */
export type SheetInfo = { title: string; lastColumn: string | null }

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const links = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

/** The names of the sheets: at most 31 characters, without what a sheet's name may not hold, no two alike. */
export function sheetNames(sheets: readonly SheetInfo[]): string[] {
  const used = new Set<string>()
  return sheets.map(({ title }) => {
    const clean =
      title
        .replace(/[[\]:*?/\\']/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() || reportWords.sheet
    let name = clean.slice(0, 31).trim()
    for (let i = 2; used.has(name.toLowerCase()); i++) name = `${clean.slice(0, 27).trim()} ${i}`
    used.add(name.toLowerCase())
    return name
  })
}

export function workbook(sheets: readonly SheetInfo[]): string {
  const names = sheetNames(sheets)
  const list = names.map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  const titles = sheets.flatMap(({ lastColumn }, i) =>
    lastColumn
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${xmlText(names[i] ?? '')}'!$1:$1</definedName>`
      : [],
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`
}

export function workbookLinks(count: number): string {
  const sheets = numbers(count).map(
    (n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  )
  return `${declaration}<Relationships xmlns="${links}">${sheets.join('')}<Relationship Id="rId${count + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`
}

export const rootLinks = `${declaration}<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export function contentTypes(count: number): string {
  const sheets = numbers(count).map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`,
  )
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${sheets.join('')}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`
}

const font = (size: number, bold = '', ink = '14202E') =>
  `<font>${bold}<sz val="${size}"/><color rgb="FF${ink}"/><name val="Arial"/><family val="2"/></font>`
const format = (numberFormat: number, fontId: number, rest = '', inside = '') =>
  `<xf numFmtId="${numberFormat}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${rest}>${inside}</xf>`
const wrap = (vertical: string) => `<alignment vertical="${vertical}" wrapText="1"/>`

/** In the order of `styles`. `quotePrefix` keeps a text that looks like a formula a text even when somebody edits it. */
export const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="4">${font(10)}${font(10, '<b/>', '1B3A7A')}${font(10, '<b/>')}${font(14, '<b/>', '1B3A7A')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE5ECF8"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="medium"><color rgb="FF1B3A7A"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9">${[
  format(0, 0),
  `<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${wrap('center')}</xf>`,
  format(3, 0),
  format(2, 0),
  format(164, 0, ' applyAlignment="1"', '<alignment horizontal="left" indent="1"/>'),
  format(0, 0, ' quotePrefix="1"'),
  format(0, 2, ' applyAlignment="1"', '<alignment vertical="top"/>'),
  format(0, 0, ' quotePrefix="1" applyAlignment="1"', wrap('top')),
  format(0, 3),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
