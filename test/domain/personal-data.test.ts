import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalData, type PersonalDataKind } from '../../server/domain/personal-data'
import { redactedText } from '../../server/domain/redaction'
import { fold, nfc } from '../../server/domain/vietnamese'

/** What is found in a text: `kind: words`. */
const found = (text: string) =>
  findPersonalData(text).map(({ from, to, kind }) => `${kind}: ${nfc(text).slice(from, to)}`)
const only = (kind: PersonalDataKind, ...words: string[]) => words.map((word) => `${kind}: ${word}`)

describe('numbers of a person', () => {
  it.each([
    '0905123456',
    '0905 123 456',
    '0905.123.456',
    '0905-123-456',
    '090 512 34 56',
    '+84 905 123 456',
    '+84905123456',
    '(+84)905123456',
    '84905123456',
    '0084 905 123 456',
    'o905123456',
    '024 3825 1234',
    '(0236) 3.822.125',
    '02363822125',
    '01234567890',
    '+81 90-1234-5678',
    'không chín không năm một hai ba bốn năm sáu',
  ])('finds the telephone %s', (number) => {
    expect(found(`Gọi tôi theo ${number} nhé.`)).toEqual(only('phone', number))
    expect(found(`Sáng 18/11 tôi gọi,${number}, không ai nghe`)).toEqual(only('phone', number))
  })

  it('finds what follows the words for it', () => {
    expect(found('sđt 905123456')).toEqual(only('phone', '905123456'))
    expect(found('CMND số: 201234567, CCCD 048 085 001 234, MST 0401234567')).toEqual(
      only('id-number', '201234567', '048 085 001 234', '0401234567'),
    )
    expect(found('thẻ BHYT GD4797935712345; hộ chiếu C1234567')).toEqual(
      only('id-number', 'GD4797935712345', 'C1234567'),
    )
    expect(found('Số tài khoản của tôi là 0071 0001 23456')).toEqual(only('bank-account', '0071 0001 23456'))
    expect(found('STK 190312 hoặc thẻ 9704 3611 2233 4455')).toEqual(
      only('bank-account', '190312', '9704 3611 2233 4455'),
    )
    expect(found('Chuyển 5.000.000 đồng qua Agribank 2000206012345')).toEqual(only('bank-account', '2000206012345'))
    expect(found('Sinh ngày 12/03/1985, con sinh năm 2014')).toEqual(only('birth-date', '12/03/1985', '2014'))
    expect(found('xe biển số 43C1 234.56 và 30K-123.45')).toEqual(only('plate', '43C1 234.56', '30K-123.45'))
  })

  it('finds identity numbers that stand alone, and addresses of mail and of the net', () => {
    expect(found('048085001234 và 201234567')).toEqual(only('id-number', '048085001234', '201234567'))
    expect(found('nguyen.van.a@gmail.com, a.b (at) yahoo.com')).toEqual(
      only('email', 'nguyen.van.a@gmail.com', 'a.b (at) yahoo.com'),
    )
    expect(found('Xem https://www.facebook.com/nguyenvana. Hoặc zalo.me/0905123456, Facebook: lan.nguyen')).toEqual(
      only('link', 'https://www.facebook.com/nguyenvana', 'zalo.me/0905123456', 'lan.nguyen'),
    )
  })

  it.each([
    'Thu 350.000đ/tháng, tổng 123.456.789 đồng và 150.000.000',
    'Hồ sơ 000.00.12.H13-241120-0007, H13.02.05-241120-0007, phiếu SGDDT-26-000123',
    'Thủ tục 1.008377.000.00.00.H13, văn bản 1234/SGDĐT-VP ngày 18/11/2026',
    'Theo Nghị định 118/2025/NĐ-CP, Thông tư 01/2018/TT-VPCP; gọi 1022, 19001234, 111',
    'Xem https://dichvucong.gov.vn/p/home và https://danang.edu.vn',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('names, homes and pupils', () => {
  it('finds names however they are typed', () => {
    expect(found('Tên tôi là Nguyễn Văn A, tôi phản ánh cô Lan và ông Lê Văn Tám.')).toEqual(
      only('name', 'Nguyễn Văn A', 'Lan', 'Lê Văn Tám'),
    )
    expect(found('tôi là nguyễn thị bích hà, phản ánh')).toEqual(only('name', 'nguyễn thị bích hà'))
    expect(found('toi la nguyen van nam, toi phan anh can bo')).toEqual(only('name', 'nguyen van nam'))
    expect(found('TÔI LÀ NGUYỄN VĂN AN XIN PHẢN ÁNH HỒ SƠ CỦA CÁN BỘ MỘT CỬA')).toEqual(only('name', 'NGUYỄN VĂN AN'))
    expect(found('Họ và tên: LÊ THỊ HOA. Người gửi: Phạm Quốc Việt')).toEqual(
      only('name', 'LÊ THỊ HOA', 'Phạm Quốc Việt'),
    )
    expect(found('Trần Minh Khôi đã xác nhận'.normalize('NFD'))).toEqual(only('name', 'Trần Minh Khôi'))
  })

  it.each([
    'Đường Lê Lợi bị ngập, trường THPT Trần Phú thu sai, phường Hòa Cường Bắc trả hồ sơ chậm tại Quầy 3, số 24 Trần Phú.',
    'Kính gửi Sở Giáo dục và Đào tạo thành phố Hồ Chí Minh, Đoàn Thanh niên, Ủy ban nhân dân tỉnh Thái Nguyên.',
    'Thưa Ông/Bà, cán bộ Bộ phận Một cửa và Phó Chủ tịch UBND xã trả lời. Tôi là Giáo viên. Em là học sinh. Cảm ơn Anh.',
  ])('leaves offices, schools and streets: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('finds where somebody lives, with the wider places behind', () => {
    const home = 'thôn Phú Sơn 2, xã Hòa Khương, huyện Hòa Vang, thành phố Đà Nẵng'
    expect(found(`Tôi trú tại ${home}.`)).toEqual(only('address', home))
    expect(found('K12/34 Lê Độ, phường Chính Gián. Số nhà 12 đường Lê Lợi. 45/6 đường Trần Phú, P.5, Q.1')).toEqual(
      only('address', 'K12/34 Lê Độ, phường Chính Gián', 'Số nhà 12 đường Lê Lợi', '45/6 đường Trần Phú, P.5, Q.1'),
    )
    expect(found('xóm Đình; ấp Bình Hòa, xã Tân Phú; hẻm 12; tổ dân phố 5; bản Lác')).toEqual(
      only('address', 'xóm Đình', 'ấp Bình Hòa, xã Tân Phú', 'hẻm 12', 'tổ dân phố 5', 'bản Lác'),
    )
    expect(found('Gia đình tôi ở số 15/2 Hà Huy Tập đã 3 năm, tôi ở 3 ngày')).toEqual(
      only('address', 'số 15/2 Hà Huy Tập'),
    )
    expect(found('toi o so nha 12 duong le loi')).toEqual(only('address', 'so nha 12 duong le loi'))
    expect(found('Địa chỉ: căn 5 nhà trọ cô Ba, gần chợ. Mong trả lời.')).toEqual(
      only('address', 'căn 5 nhà trọ cô Ba, gần chợ'),
    )
  })

  it('finds a pupil with class and school', () => {
    for (const pupil of [
      'Nguyễn Văn A lớp 6A2 trường THCS Lê Lợi',
      'Trần Minh Khôi, học lớp 3/2, trường Tiểu học Phan Thanh',
      'Bảo học lớp lá 2 trường mầm non Hoa Hồng',
      'Minh, học sinh trường Tiểu học Lê Lai, lớp 2A',
    ])
      expect(found(`Cháu ${pupil} bị bạn đánh.`)).toEqual(only('pupil', pupil))
    expect(found('Lớp 12A1 thu quỹ')).toEqual(only('pupil', 'Lớp 12A1'))
    expect(found('Học sinh lớp 5 không có sách lớp 6 của trường THCS Nguyễn Huệ')).toEqual([])
  })
})

/** Pieces of what people write, so that everything meets everything. */
const pieces = [
  ...[
    'tên tôi là ',
    'ông ',
    'cháu ',
    'Nguyễn Văn An',
    'trần thị bé',
    'Lan',
    ' lớp 6A2',
    ' trường THCS ',
    'Lê Lợi',
    'HỒ SƠ',
  ],
  ...[
    'số nhà ',
    'đường ',
    '12/3',
    'thôn ',
    'Phú Sơn',
    ', xã ',
    'địa chỉ: ',
    'tổ 5',
    '0905 123 456',
    '201234567',
    '+84',
  ],
  ...[
    'STK ',
    'Vietcombank',
    ' 12345678 ',
    'a@b.vn',
    'https://',
    'fb.com/',
    '43A-123.45',
    'sinh ngày ',
    '1/2/2014',
    '\n',
    '. ',
    ', ',
  ],
  ...[
    '(',
    ' ',
    'bị',
    ' và ',
    'ở ',
    '\u0301',
    '😀',
    '\ud800',
    '\0',
    'ﬁ',
    'İ',
    'không chín ',
    'toi la ',
    'nguyen van an',
  ],
]
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((some) => some.join('')),
)

describe('the detector', () => {
  it('finds parts of the text in their order that do not overlap or begin in the middle of a character', () => {
    fc.assert(
      fc.property(typed, (text) => {
        let end = 0
        for (const { from, to } of findPersonalData(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          for (const edge of [from, to])
            expect(nfc(text).slice(edge - 1, edge + 1)).not.toMatch(/^[\ud800-\udbff][\udc00-\udfff]$/)
          end = to
        }
        expect(end).toBeLessThanOrEqual(nfc(text).length)
      }),
      { numRuns: 500 },
    )
  })

  it('finds nothing more once everything is hidden', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const hidden = redactedText(nfc(text), findPersonalData(text), '[…]')
        expect(findPersonalData(hidden)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['digits', '1'],
    ['digits with spaces', '1 '],
    ['dots', '.'],
    ['at signs', 'a@'],
    ['words of numbers', 'không '],
    ['names', 'Nguyễn '],
    ['names without marks', 'nguyen van '],
    ['addresses', 'thôn 1, '],
    ['numbers of houses', '1/'],
    ['beginnings of links', 'http://'],
    ['accounts', 'STK Vietcombank '],
    ['brackets', '(+84'],
    ['classes', 'lớp 6A2 trường '],
    ['triggers', 'tên tôi là '],
    ['capitals', 'A'],
    ['marks', 'a\u0301\u0323'],
    ['spaces', ' '],
    ['lines', 'ngân hàng 12345678\n'],
    ['surrogates', '\ud83d'],
  ])('reads 50,000 letters of %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(50_000 / unit.length))
    const findings = findPersonalData(text)
    expect(findings.every(({ from, to }) => from < to && to <= text.length)).toBe(true)
    expect(findPersonalData(fold(`${text} x`)).length).toBeGreaterThanOrEqual(0)
  })
})
