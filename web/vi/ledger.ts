import type { Finding, RowName } from '../../server/ledger/findings'
import { formatCount, formatDay } from './format'

/** Sentences of `hailong verify` and `hailong rebuild`. */
export const ledgerWords = {
  verify: {
    usage: '',
    about:
      'Đối chiếu toàn bộ phiếu, sổ phiếu, số đếm và các kỳ đã chốt; mỗi sai lệch in một dòng. Kết quả 0: khớp, 1: có sai lệch, 2: không chạy được.',
    clean: (entries: number) => `Đã đối chiếu ${formatCount(entries)} mục trong sổ phiếu: tất cả đều khớp.`,
    found: (entries: number, findings: number) =>
      `Đã đối chiếu ${formatCount(entries)} mục trong sổ phiếu: có ${formatCount(findings)} sai lệch.`,
    waiting: (count: number) =>
      `Có ${formatCount(count)} phiếu hoặc ghi nhận mới đang chờ vào sổ phiếu; đây không phải là sai lệch.`,
  },
  rebuild: {
    usage: '',
    about:
      'Tính lại số đếm và tình trạng của từng phiếu từ sổ phiếu. Không thay đổi phiếu, sổ phiếu và các kỳ đã chốt.',
    unchanged: (entries: number) =>
      `Đã tính lại từ ${formatCount(entries)} mục trong sổ phiếu: số đếm vốn đã đúng, không có gì thay đổi.`,
    changed: (entries: number, tallies: number, standings: number) =>
      `Đã tính lại từ ${formatCount(entries)} mục trong sổ phiếu: sửa ${formatCount(tallies)} dòng số đếm và tình trạng của ${formatCount(standings)} phiếu.`,
  },
}

const kinds = { response: 'phiếu', mark: 'ghi nhận' } as const

function rowWords(no: number, row: RowName): string {
  if (row.kind === 'mark') return `Ghi nhận số ${no} (về phiếu số ${row.of})`
  return `Phiếu số ${no} (đơn vị ${row.office}, điểm ${row.point}, ngày ${formatDay(row.day)})`
}

function tallyWords({ table, key, missing, surplus }: Extract<Finding, { code: 'tally-differs' }>): string {
  const what = missing ? 'bị thiếu' : surplus ? 'bị thừa' : 'có số đếm khác với các phiếu trong sổ phiếu'
  const name = table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return `Bảng ${name}: dòng [${key.join(' | ')}] ${what}. Lệnh rebuild sửa được.`
}

function sentence(finding: Finding): string {
  switch (finding.code) {
    case 'number-gap':
      return `Sổ phiếu không có mục số ${finding.no}: mục này đã bị xóa.`
    case 'row-missing':
      return `Mục số ${finding.no} của sổ phiếu không còn phiếu hoặc ghi nhận tương ứng: dữ liệu đã bị xóa.`
    case 'leaf-differs':
      return `${rowWords(finding.no, finding.row)} khác với khi được ghi vào sổ phiếu.`
    case 'not-erased':
      return `${rowWords(finding.no, finding.row)} có nội dung ở chỗ lẽ ra đã xóa.`
    case 'answers-missing':
      return `${rowWords(finding.no, finding.row)} không còn câu trả lời dù không bị rút.`
    case 'standing-differs':
      return `${rowWords(finding.no, finding.row)} được tính khác với các ghi nhận trong sổ phiếu. Lệnh rebuild sửa được.`
    case 'head-differs':
      return `Phần đầu sổ phiếu (${formatCount(finding.size)} mục) không khớp với ${formatCount(finding.entries)} mục đang có.`
    case 'row-unlogged':
      return `Có ${kinds[finding.kind]} (mã nội bộ ${finding.id}) không đi qua sổ phiếu.`
    case 'stuck':
      return `Có ${kinds[finding.kind]} (mã nội bộ ${finding.id}) đang chờ nhưng không thể vào sổ phiếu: dữ liệu đã bị xóa, bị sửa hoặc đã có trong sổ phiếu.`
    case 'follower-failed':
      return `Không ghi tiếp được sổ phiếu: ${finding.reason.replace(/\s+/g, ' ')}`
    case 'tally-differs':
      return tallyWords(finding)
    case 'checkpoint-differs':
      return `Kỳ ${finding.period} của đơn vị ${finding.office} được chốt trên một sổ phiếu khác với sổ phiếu hiện nay.`
    case 'figures-differ':
      return `Số liệu đã chốt kỳ ${finding.period} của đơn vị ${finding.office} đã bị sửa.`
  }
}

/** A finding as one line: its code, its number in the log or `-`, then a sentence. */
export function findingLine(finding: Finding): string {
  return `${finding.code} ${'no' in finding ? finding.no : '-'}: ${sentence(finding)}`
}
