import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'

export const fontFamily = 'Be Vietnam Pro'
/** As wide and high as Times New Roman, letter by letter. */
export const serifFamily = 'Tinos'

const require = createRequire(import.meta.url)
let isReady = false

/** Complete fonts with every Vietnamese letter, from their packages; nothing else may be read and nothing fetched. */
function useFonts(): void {
  if (isReady) return
  const fonts = {
    [fontFamily]: {
      normal: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
      bold: require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
    },
    [serifFamily]: {
      normal: require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
      bold: require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
    },
  }
  const files = Object.values(fonts).flatMap(({ normal, bold }) => [normal, bold])
  pdfmake.setFonts(fonts)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => files.includes(path))
  isReady = true
}

/** A PDF from a pdfmake document definition, in Vietnamese; in Be Vietnam Pro where the definition says nothing else. */
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
