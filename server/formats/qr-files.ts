import { qrSvgPath } from './qr'
import { type ZipPart, zip } from './zip'

/** A code alone as an SVG document of 4 cm, for an office's own printed matter; any size stays sharp. */
export function qrSvg(url: string): string {
  const { path, side } = qrSvgPath(url)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="40mm" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>\n`
}

/** Codes as a ZIP archive of `CODE.svg`. */
export function qrZip(codes: readonly { code: string; url: string }[]): AsyncGenerator<Uint8Array> {
  return zip(parts(codes))
}

async function* parts(codes: readonly { code: string; url: string }[]): AsyncGenerator<ZipPart> {
  for (const { code, url } of codes) yield { path: `${code}.svg`, data: [qrSvg(url)] }
}
