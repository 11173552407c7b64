import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentKinds, cleanFileName, isShowable, kindOf, typeOfKind } from '../../server/domain/attachments'
import { attachmentFault, fileSize } from '../../web/vi/attachments'

describe('names of files', () => {
  it.each([
    ['IMG_0001.JPG', 'IMG_0001.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['C:\\Ảnh\\Sân trường.png', 'Sân trường.jpg'],
    ['Đơn\u202Egpj.exe', 'Đơngpj.jpg'],
    ['anh.jpg.exe', 'anh.jpg'],
    ['a\r\nContent-Type: x.jpg', 'a Content-Type x.jpg'],
    ['Ảnh'.normalize('NFD'), 'Ảnh.jpg'],
    ['Quầy 3 ngày 18.11', 'Quầy 3 ngày 18.11.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['con.jpg', 'tep-con.jpg'],
    ['', 'tep.jpg'],
    ['...', 'tep.jpg'],
    ['<script>"a"|b?*.jpg', 'scriptab.jpg'],
  ])('%j is kept as %s', (name, kept) => {
    expect(cleanFileName(name, 'jpeg')).toBe(kept)
  })

  it('are short, plain and of their kind, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...attachmentKinds), (name, kind) => {
        const kept = cleanFileName(name, kind)
        expect([...kept].length).toBeLessThanOrEqual(120)
        expect(kept).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+\.(jpg|png|webp|pdf|docx|xlsx)$/u)
        expect(kept).not.toMatch(/^[. ]/)
        expect(cleanFileName(kept, kind)).toBe(kept)
      }),
    )
  })
})

it('first bytes tell a kind, and never throw', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof kindOf(bytes) === 'string'))
  expect(kindOf(Buffer.from('%PDF-1.7'))).toBe('pdf')
  expect(attachmentKinds.filter((kind) => isShowable(typeOfKind(kind)))).toEqual(['jpeg', 'png', 'webp'])
})

it('a refused file is told with its size and what to do', () => {
  const MB = 1024 * 1024
  const limits = { mostFiles: 5, mostBytes: 10 * MB }
  expect([900, 850 * 1024, 2.4 * MB, 2 * MB, 20 * MB].map(fileSize)).toEqual([
    '1 KB',
    '850 KB',
    '2,4 MB',
    '2 MB',
    '20 MB',
  ])
  expect(attachmentFault({ error: 'too-large', name: 'anh.jpg', size: 20 * MB }, limits)).toBe(
    'Tệp “anh.jpg” nặng 20 MB, mức tối đa là 10 MB. Xin chụp lại ở cỡ nhỏ hơn, hoặc gửi bản PDF nhẹ hơn.',
  )
  expect(attachmentFault({ error: 'too-large', name: 'b.pdf', size: 9 * MB }, limits)).toContain('tổng dung lượng')
  expect(attachmentFault({ error: 'heic', name: 'c.heic' }, limits)).toContain('Tương thích nhất')
  expect(attachmentFault({ error: 'busy', name: '' }, limits)).toContain('sau ít phút')
})
