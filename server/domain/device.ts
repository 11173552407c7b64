/** Signs in a User-Agent, the more particular first: Edge and Opera also say Chrome, and everybody says Safari. */
const browsers: [RegExp, string][] = [
  [/coc_coc_browser/i, 'Coc Coc'],
  [/\bEdgA?(iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bWindows NT\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/**
 * Browser and system as a User-Agent tells them, without versions: `Chrome/Windows`; either part may be empty. Meant for
 * recognising one's own devices, not for proof.
 */
export function describeDevice(userAgent: string): string {
  const find = (signs: [RegExp, string][]) => signs.find(([sign]) => sign.test(userAgent))?.[1] ?? ''
  return `${find(browsers)}/${find(systems)}`
}
