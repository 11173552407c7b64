import QRCode from 'qrcode'

/** Light modules that must surround a code (ISO/IEC 18004). */
const quiet = 4

type Qr = {
  /** Modules from edge to edge, without the quiet zone. */
  modules: number
  /** The same with the quiet zone: the side of the square that `path` is drawn in. */
  side: number
  isDark: (x: number, y: number) => boolean
}

/** Level Q survives a quarter of the code being dirty or torn: it hangs at a counter for years. */
function readQr(text: string): Qr {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'Q' })
  const { size, data } = modules
  const isDark = (x: number, y: number) => x >= 0 && y >= 0 && x < size && y < size && data[y * size + x] === 1
  return { modules: size, side: size + 2 * quiet, isDark }
}

/**
 * The dark modules of a text's QR code as one SVG path, one unit a module, in a square of `side` units that includes the
 * quiet zone of 4 modules.
 */
export function qrSvgPath(text: string): { path: string; side: number; modules: number } {
  const { modules, side, isDark } = readQr(text)
  let path = ''
  for (let y = 0; y < modules; y++)
    for (let x = 0; x < modules; x++) {
      if (!isDark(x, y)) continue
      let end = x + 1
      while (isDark(end, y)) end++
      path += `M${x + quiet} ${y + quiet}h${end - x}v1h${x - end}z`
      x = end
    }
  return { path, side, modules }
}

const halves = [' ', '▄', '▀', '█'] as const

/** The code for a terminal: half blocks, black on white whatever the terminal's colours are, with the quiet zone. */
export function qrTerminal(text: string): string {
  const { modules, isDark } = readQr(text)
  const lines: string[] = []
  for (let y = -quiet; y < modules + quiet; y += 2) {
    let line = ''
    for (let x = -quiet; x < modules + quiet; x++) line += halves[(isDark(x, y) ? 2 : 0) + (isDark(x, y + 1) ? 1 : 0)]
    lines.push(`  \x1b[30;107m${line}\x1b[0m`)
  }
  return `${lines.join('\n')}\n`
}
