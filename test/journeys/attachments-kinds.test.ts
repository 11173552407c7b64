import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { takeAttachment } from '../../server/store/attachments'
import { documentOf, smallPdf, smallWorkbook, zipOf } from '../support/attachments'

const limits = { mostBytes: 10 * 1024 * 1024, scan: null }
const take = (bytes: Uint8Array, name = 'tep') => takeAttachment(bytes, name, limits)
async function taken(bytes: Uint8Array, name = 'tep') {
  const answer = await take(bytes, name)
  return answer.ok ? answer.file : expect.fail(`${answer.error}: ${answer.detail}`)
}
const faultOf = async (bytes: Uint8Array, name?: string) => {
  const answer = await take(bytes, name)
  return answer.ok ? 'taken' : answer.error
}

/** A photo, left half red and right half blue as it lies in the file. */
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#00f' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: '#f00' } }, gravity: 'west' },
  ])

/** What a file says of where, when and with what it was taken. */
const gps = { IFD0: { Make: 'Dien thoai', Copyright: 'Nguyen Van A' }, IFD3: { GPSLatitude: '16/1 3/1 0/1' } }

describe('a picture that is attached', () => {
  it('loses place, camera, profile and comments, and stands as it is looked at', async () => {
    const bytes = await photo(400, 200)
      .withExif(gps)
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    const before = await sharp(bytes).metadata()
    expect([before.orientation, Boolean(before.exif), Boolean(before.icc)]).toEqual([6, true, true])
    const file = await taken(bytes, 'IMG_0001.JPG')
    expect(file).toMatchObject({ name: 'IMG_0001.jpg', type: 'image/jpeg', width: 200, height: 400 })
    const after = await sharp(file.bytes).metadata()
    expect([after.exif, after.icc, after.xmp, after.iptc, after.orientation, after.comments]).toEqual(
      Array(6).fill(undefined),
    )
    expect(Buffer.from(file.bytes).includes('Nguyen')).toBe(false)
    const [red = 0, , blue = 0] = await sharp(file.bytes)
      .extract({ left: 9, top: 9, width: 1, height: 1 })
      .raw()
      .toBuffer()
    expect([red > 200, blue < 60]).toEqual([true, true])
  })

  it('is at most 2560 points long, and no larger than it was', async () => {
    const large = await taken(await photo(5000, 1000).webp().toBuffer())
    expect(large).toMatchObject({ type: 'image/webp', width: 2560, height: 512 })
    expect(await taken(await photo(30, 20).png().toBuffer())).toMatchObject({ name: 'tep.png', width: 30, height: 20 })
  })

  it('becomes a JPEG when it is a photo as a large PNG', async () => {
    const pixels = { data: Buffer.alloc(1500 * 1500 * 3), info: { width: 1500, height: 1500, channels: 3 as const } }
    for (let i = 0; i < pixels.data.length; i++) pixels.data[i] = (i * 2654435761) >>> (i % 24)
    const png = await sharp(pixels.data, { raw: pixels.info }).png().toBuffer()
    expect(await taken(png, 'a.png')).toMatchObject({ name: 'a.jpg', type: 'image/jpeg', width: 1500 })
  })

  it('carries nothing behind its end', async () => {
    const bytes = Buffer.concat([await photo(20, 20).jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')])
    expect(Buffer.from((await taken(bytes)).bytes).includes('script')).toBe(false)
  })

  it('is refused when it is broken, cut off or has too many points', async () => {
    const bytes = await photo(400, 400).png().toBuffer()
    expect(await faultOf(bytes.subarray(0, 60))).toBe('damaged')
    expect(await faultOf((await photo(900, 900).jpeg().toBuffer()).subarray(0, 900))).toBe('damaged')
    expect(await faultOf(Buffer.from('\xff\xd8\xffkhông phải ảnh', 'latin1'))).toBe('damaged')
    // Each point of this one takes a few bits in the file.
    const huge = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(huge.length).toBeLessThan(limits.mostBytes)
    expect(await faultOf(huge)).toBe('too-many-pixels')
  })

  it('is refused as a drawing, an iPhone photo or another kind, whatever its name', async () => {
    const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    expect(await faultOf(Buffer.from(svg), 'anh.jpg')).toBe('svg')
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
    expect(await faultOf(heic, 'IMG_0001.jpg')).toBe('heic')
    expect(await faultOf(Buffer.from('GIF89a'), 'a.jpg')).toBe('kind')
    expect(await faultOf(Buffer.from('<html><script>alert(1)</script>'), 'a.pdf')).toBe('kind')
    expect(await faultOf(new Uint8Array(0))).toBe('empty')
    expect(await faultOf(new Uint8Array(limits.mostBytes + 1))).toBe('too-large')
  })
})

describe('a document that is attached', () => {
  it('is a PDF, a Word document or an Excel workbook, kept byte by byte under its real extension', async () => {
    const pdf = await taken(smallPdf, '../../etc/Đơn\u202Efdp.exe')
    expect(pdf).toMatchObject({ name: 'Đơnfdp.pdf', type: 'application/pdf', bytes: smallPdf, width: null })
    expect(pdf.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await taken(await documentOf(), 'Đơn.docx')).toMatchObject({ name: 'Đơn.docx' })
    expect(await taken(await smallWorkbook(), 'bang.zip')).toMatchObject({ name: 'bang.xlsx' })
    expect(await faultOf(smallPdf.subarray(0, 20))).toBe('damaged')
  })

  it('is refused with macros, foreign objects or anything fetched from elsewhere', async () => {
    const link = (attributes: string) => ({
      'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="a" ${attributes} TargetMode="External"/></Relationships>`,
    })
    const template = 'http://x/relationships/attachedTemplate'
    const refused: Record<string, string>[] = [
      { 'word/vbaProject.bin': 'x' },
      { 'word/activeX/activeX1.xml': 'x' },
      { 'word/embeddings/oleObject1.bin': 'x' },
      { 'word/media/anh.png.exe': 'x' },
      link(`Type="${template}" Target="http://a.example/a.dotm"`),
      link(`Title=">" Target='\\\\a.example\\a.dotm' Type='${template}'`),
      link(`Type="${template}" Target="&#104;ttp://a.example/a.dotm"`),
    ]
    for (const parts of refused) expect([parts, await faultOf(await documentOf(parts))]).toEqual([parts, 'active'])
    const harmless = link(`Type="http://x/relationships/hyperlink" Target="https://a.example/"`)
    expect(await faultOf(await documentOf(harmless))).toBe('taken')
    expect(await faultOf(await documentOf(link(`Type="${template}" Target="file:///C:/a.dotx"`)))).toBe('taken')
    expect(await faultOf(await documentOf({}, 'application/vnd.ms-word.document.macroEnabled.main+xml'))).toBe('active')
  })

  it('is refused as any other zip, and as Word and Excel of before 2007 or under a password', async () => {
    expect(await faultOf(await zipOf({ 'a.txt': 'a' }))).toBe('kind')
    expect(await faultOf(await zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': 'a' }))).toBe('kind')
    expect(await faultOf(Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'))).toBe('old-office')
    expect(await faultOf((await documentOf()).subarray(0, 300))).toBe('damaged')
    expect(await faultOf(await documentOf({ '../../a.xml': 'a' }))).toBe('damaged')
  })

  it('is refused when it unpacks to more than anybody writes, whatever it says of itself', async () => {
    const honest = await documentOf({ 'word/media/a.xml': Array.from({ length: 210 }, () => ' '.repeat(1024 * 1024)) })
    expect(honest.length).toBeLessThan(limits.mostBytes)
    expect(await faultOf(honest)).toBe('zip-bomb')
    const lying = Buffer.from(await documentOf({ 'word/media/a.xml': ' '.repeat(5_000_000) }))
    lying.writeUInt32LE(1000, lying.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
    expect(await faultOf(lying)).toBe('zip-bomb')
    const broken = Buffer.from(await documentOf())
    broken.fill(0xff, 60, 90)
    expect(await faultOf(broken)).toBe('damaged')
  })
})

it('a file that was changed anywhere is taken or refused, and nothing else happens', async () => {
  const originals = [
    smallPdf,
    await documentOf(),
    await smallWorkbook(),
    await photo(40, 20).png().toBuffer(),
    await photo(40, 20).jpeg().toBuffer(),
    await photo(40, 20).webp().toBuffer(),
  ].map((bytes) => Buffer.from(bytes))
  const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 8 })
  const cut = fc.double({ min: 0.1, max: 1, noNaN: true })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...originals), changes, cut, async (original, changed, end) => {
      const bytes = Buffer.from(original.subarray(0, Math.ceil(original.length * end)))
      for (const [at, byte] of changed) bytes[Math.floor(at * bytes.length)] = byte
      const answer = await take(bytes)
      expect(answer.ok ? answer.file.sha256 : answer.error).toBeTruthy()
    }),
    { numRuns: 300 },
  )
})
