import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'

export const fontFamily = 'Be Vietnam Pro'

const require = createRequire(import.meta.url)
let fonts: { normal: string; bold: string } | undefined

/** Complete fonts with every Vietnamese letter, from their package; nothing else may be read and nothing fetched. */
function useFonts(): void {
  if (fonts) return
  const found = {
    normal: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
  }
  pdfmake.setFonts({ [fontFamily]: found })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === found.normal || path === found.bold)
  fonts = found
}

/** A PDF from a pdfmake document definition, in Be Vietnam Pro, in Vietnamese. */
export async function printPdf(definition: object): Promise<Buffer> {
  useFonts()
  const whole = {
    language: 'vi-VN',
    displayTitle: true,
    version: '1.7',
    defaultStyle: { font: fontFamily },
    ...definition,
  }
  return pdfmake.createPdf(whole).getBuffer()
}
