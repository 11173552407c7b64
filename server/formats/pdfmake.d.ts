/** The part of pdfmake 0.3 that we use; the package has no types of its own. */
declare module 'pdfmake' {
  type Font = { normal: string; bold: string }
  type Output = { getBuffer(): Promise<Buffer> }
  const pdfmake: {
    setFonts(fonts: Record<string, Font>): void
    setUrlAccessPolicy(allowed: (url: string) => boolean): void
    setLocalAccessPolicy(allowed: (path: string) => boolean): void
    createPdf(definition: object, options?: object): Output
  }
  export default pdfmake
}
