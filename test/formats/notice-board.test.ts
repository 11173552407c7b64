import jsqr from 'jsqr'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NoticeBoard, noticeBoardPdf, noticeBoardSvg } from '../../server/formats/notice-board'
import { textWidth } from '../../server/formats/text-width'
import { openBrowser } from '../support/chromium'

const usual: NoticeBoard = {
  office: 'Sở Giáo dục và Đào tạo',
  url: 'https://hailong.sogddt.example/gop-y?don-vi=SGDDT',
  phone: '0234 3822 168',
  zalo: 'Sở Giáo dục và Đào tạo',
  email: 'phananh@sogddt.example',
  post: 'Phòng Tiếp công dân, 22 Lê Lợi; thứ Hai đến thứ Sáu, 7:30–11:30, 13:30–17:00',
  days: 15,
  published: 'hailong.sogddt.example/cau-tra-loi; sogddt.example',
}
const bare: NoticeBoard = { ...usual, phone: '', zalo: '', email: '', post: '' }
const long: NoticeBoard = {
  office: 'Trung tâm Phục vụ hành chính công phường Nguyễn Thị Minh Khai, tỉnh Quảng Ngãi <"&">',
  url: 'http://phananh-kiennghi.trungtamphucvuhanhchinhcong.quangngai.example:8080/gop-y?don-vi=TTPVHCC-NTMK-01',
  phone: '0255 3822 168; 0255 3822 169; 1022',
  zalo: 'Trung tâm Phục vụ hành chính công phường Nguyễn Thị Minh Khai',
  email: 'phananh.trungtamphucvuhanhchinhcong.nguyenthiminhkhai@quangngai.example',
  post: 'Quầy số 12, Trung tâm Phục vụ hành chính công phường Nguyễn Thị Minh Khai, số 123/45 đường Phạm Văn Đồng; thứ Hai đến thứ Sáu, 7:30–11:30, 13:30–17:00; thứ Bảy, 7:30–11:30',
  days: 7,
  published: 'phananh-kiennghi.trungtamphucvuhanhchinhcong.quangngai.example:8080/cau-tra-loi; quangngai.example',
}

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

/** Each line of the sheet: where it stands, and how wide it is. */
function linesOf(svg: string) {
  const found = svg.matchAll(
    /<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)" font-weight="(\d+)" fill="[^"]+">([^<]*)/g,
  )
  return [...found].map(([, x, y, size, weight, words]) => ({
    ...{ x: Number(x), y: Number(y), size: Number(size), words: unescaped(words ?? '') },
    right: Number(x) + textWidth(unescaped(words ?? ''), Number(size), weight === '700' ? 'bold' : 'regular'),
  }))
}

const said = (svg: string) =>
  linesOf(svg)
    .map(({ words }) => words)
    .join(' ')
    .replace(/[\u00a0\s]+/g, ' ')

describe('the notice board', () => {
  it('says word by word what the decree asks to be posted', () => {
    const text = said(noticeBoardSvg(usual))
    for (const words of [
      'TIẾP NHẬN PHẢN ÁNH, KIẾN NGHỊ VỀ QUY ĐỊNH HÀNH CHÍNH',
      'Sở Giáo dục và Đào tạo mong nhận được phản ánh, kiến nghị của cá nhân, tổ chức theo Nghị định số 20/2008/NĐ-CP (được sửa đổi, bổ sung):',
      '1. Vướng mắc cụ thể khi làm thủ tục: chậm trễ, gây phiền hà, không thực hiện hoặc thực hiện không đúng quy định.',
      '3. Đề xuất phương án xử lý, sáng kiến ban hành quy định mới.',
      'điện thoại 0234 3822 168',
      'Cổng Dịch vụ công quốc gia',
      'Không tiếp nhận khiếu nại, tố cáo theo hình thức này.',
      'Thời hạn trả lời: 15 ngày làm việc. Kết quả công khai tại hailong.sogddt.example/cau-tra-loi',
    ])
      expect(text).toContain(words)
  })

  it('leaves out ways that an office does not have', () => {
    const text = said(noticeBoardSvg(bare))
    expect(text).toContain('quét mã QR')
    expect(text).not.toMatch(/điện thoại \d|Zalo|email|trực tiếp hoặc bưu chính/)
  })

  it.each([usual, bare, long])('keeps every line on the sheet, none through the code', (board) => {
    const svg = noticeBoardSvg(board)
    const [, cardX = '', cardY = '', side = ''] = /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/.exec(svg) ?? []
    for (const line of linesOf(svg)) {
      expect(line.right, line.words).toBeLessThanOrEqual(196.5)
      expect(line.y, line.words).toBeLessThanOrEqual(291)
      const besideCode = line.y > Number(cardY) && line.y - line.size < Number(cardY) + Number(side)
      if (besideCode) expect(line.right, line.words).toBeLessThanOrEqual(Number(cardX))
    }
    expect(svg).not.toMatch(/href|@import|url\(|<script|<image/)
  })

  it.each(['A4', 'A3'] as const)('is one page of %s with its fonts inside', async (size) => {
    const file = Buffer.from(await noticeBoardPdf(long, size)).toString('latin1')
    expect(file.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(file).toMatch(/BeVietnamPro-Bold/)
    expect(file).toContain(size === 'A4' ? '595.28 841.89' : '841.89 1190.55')
  })
})

describe('the printed notice board', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  }, 60_000)
  afterAll(() => browser?.close())

  it.each([usual, long])(
    'holds a code that can be read from the whole sheet',
    async (board) => {
      const page = await browser.newPage()
      const [width, height] = [992, 1403]
      const base64 = await page.evaluate(
        async ([source, w, h]) => {
          const image = new Image()
          image.src = `data:image/svg+xml,${encodeURIComponent(source)}`
          await image.decode()
          const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h })
          const context = canvas.getContext('2d')
          context?.drawImage(image, 0, 0, w, h)
          let text = ''
          for (const value of context?.getImageData(0, 0, w, h).data ?? []) text += String.fromCharCode(value)
          return btoa(text)
        },
        [noticeBoardSvg(board), width, height] as const,
      )
      await page.close()
      const colours = new Uint8ClampedArray(Buffer.from(base64, 'base64'))
      expect(jsqr(colours, width, height)?.data).toBe(board.url)
    },
    60_000,
  )
})
