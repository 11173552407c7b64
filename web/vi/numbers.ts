import type { FigureState } from '../../server/domain/figure'
import type { SampleProgress } from '../../server/domain/sampling'
import type { Satisfaction } from '../../server/domain/satisfaction'
import type { Reliability } from '../../server/domain/suppression'
import type { OverallRule } from '../../server/domain/survey'
import type { InvalidStanding, Validity } from '../../server/domain/validity'
import { formatCount, formatPercent } from './format'

/** Words that stand in place of a figure, or beside it; empty when nothing needs to be said. */
export const stateWords = {
  'not-asked': 'Không khảo sát',
  'no-answers': 'Chưa có số liệu',
  hidden: 'Chưa công bố (dưới 5 phiếu)',
  low: 'Ít phiếu, chỉ để tham khảo',
  ok: '',
} satisfies Record<FigureState, string>

export const reliabilityWords = {
  hidden: 'Dưới 5 phiếu',
  low: 'Ít phiếu, chỉ để tham khảo',
  ok: 'Đủ phiếu',
} satisfies Record<Reliability, string>

export const ruleWords = {
  'mean-of-criteria': 'trung bình cộng tỷ lệ của các tiêu chí',
  'mean-of-dimensions': 'trung bình cộng tỷ lệ của các yếu tố',
  pooled: 'tổng số câu trả lời hài lòng chia cho tổng số câu trả lời có mức',
} satisfies Record<OverallRule, string>

export const invalidWords = {
  blank: 'trắng',
  'under-half': 'trả lời dưới một nửa số câu',
  repeat: 'trùng',
  test: 'phiếu thử',
  invalid: 'lý do khác',
  withdrawn: 'đã rút',
} satisfies Record<InvalidStanding, string>

/** Names of rows and columns of the table of rates. */
export const rateWords = {
  overall: 'Mức độ hài lòng chung',
  title: (survey: string) => `Tỷ lệ hài lòng theo yếu tố và tiêu chí: ${survey}`,
  kinds: { criterion: 'Tiêu chí', dimension: 'Yếu tố', overall: 'Chung' },
  columns: {
    kind: 'Loại',
    key: 'Số',
    label: 'Nội dung',
    answered: 'Số người trả lời',
    used: 'Số tiêu chí tính vào',
    counts: 'Số người theo mức',
    na: 'Không có ý kiến',
    blank: 'Bỏ trống',
    rate: 'Tỷ lệ hài lòng',
    low: 'Cận dưới 95%',
    high: 'Cận trên 95%',
    mean: 'Điểm trung bình quy đổi',
    reliability: 'Độ tin cậy',
  },
} as const

/** Whose target it is when an office has none of its own. */
export function targetFrom(office: string): string {
  return `Đây là chỉ tiêu của ${office}; đơn vị chưa có chỉ tiêu riêng.`
}

/** "1.204 phiếu hợp lệ". */
export function validCount(n: number): string {
  return `${formatCount(n)} phiếu hợp lệ`
}

export const intervalRemark =
  'Khoảng này chỉ phản ánh sai số ngẫu nhiên; không bù được việc người không trả lời có thể nghĩ khác.'

export const meanRemark = 'Điểm quy đổi không phải tỷ lệ người hài lòng.'

/** "Cần 371 phiếu, đã có 214, còn thiếu 157." */
export function sampleText({ needed, have, missing }: SampleProgress): string {
  const rest = missing > 0 ? `còn thiếu ${formatCount(missing)}` : 'đã đủ'
  return `Cần ${formatCount(needed)} phiếu, đã có ${formatCount(have)}, ${rest}.`
}

/** Under every table of rates: who measured, and that it is not the Ministry's index. */
export function selfSurveyed(office: string): string {
  return `Số liệu do ${office} tự khảo sát; không phải Chỉ số SIPAS do Bộ Nội vụ công bố.`
}

/** The chain phát ra → thu về → hợp lệ → không hợp lệ by reason. */
export function validityText({ issued, collected, valid, doubtful, invalid, reasons }: Validity): string {
  const out = issued === null ? '' : `phát ra ${formatCount(issued)}; `
  const doubt = doubtful > 0 ? ` (trong đó ${formatCount(doubtful)} phiếu nghi vấn)` : ''
  const why = (Object.keys(invalidWords) as InvalidStanding[])
    .filter((reason) => reasons[reason] > 0)
    .map((reason) => `${invalidWords[reason]} ${formatCount(reasons[reason])}`)
  const invalidPart = `${formatCount(invalid)}${why.length > 0 ? ` (${why.join('; ')})` : ''}`
  return `Phiếu: ${out}thu về ${formatCount(collected)}; hợp lệ ${formatCount(valid)}${doubt}; không hợp lệ ${invalidPart}.`
}

export function ruleNote(rule: OverallRule, used: number, of: number): string {
  return `Mức độ hài lòng chung là ${ruleWords[rule]} (tính từ ${used}/${of} tiêu chí).`
}

export function satisfiedNote(labels: readonly string[]): string {
  return `Tỷ lệ hài lòng: số người chọn ${labels.join(' hoặc ')} trên số người chọn một mức; không tính câu bỏ trống và câu không có ý kiến.`
}

export function minimumNote(minimum: number): string {
  return `Tiêu chí có dưới ${minimum} người trả lời không tính vào trung bình. Với yếu tố và mức chung, số người trả lời là số nhỏ nhất trong các tiêu chí tính vào.`
}

/** The rate without doubtful responses, which stand inside the table. */
export function withoutDoubtful(doubtful: number, overall: number, n: number): string {
  return `Không tính ${formatCount(doubtful)} phiếu nghi vấn, mức độ hài lòng chung là ${formatPercent(overall)} (${validCount(n)}).`
}

export function fullySatisfiedText({ count, of, rate }: Satisfaction['fullySatisfied']): string {
  const share = rate === null ? '' : ` (${formatPercent(rate)})`
  return `Hài lòng toàn diện (mọi câu đã trả lời đều ở mức hài lòng): ${formatCount(count)}/${formatCount(of)} phiếu${share}.`
}

/** Criteria that only some were asked, with both numbers of people. */
export function limitedNote(keys: readonly string[], asked: number, n: number): string {
  return `Tiêu chí ${keys.join(', ')} chỉ hỏi người có liên quan: ${formatCount(asked)} trên ${validCount(n)}.`
}

export function apartNote(keys: readonly string[]): string {
  return `Câu ${keys.join(', ')} báo cáo riêng, không thuộc yếu tố nào và không tính vào mức độ hài lòng chung.`
}

/** What stands outside the table because versions are never added to each other. */
export function leftOutNote(versions: readonly { version: string; n: number }[]): string {
  const list = versions.map(({ version, n }) => `${version}: ${validCount(n)}`).join('; ')
  return `Chưa tính phiếu của mẫu hoặc phiên bản khác trong cùng phạm vi (${list}); các phiên bản không cộng vào nhau.`
}

export const hiddenNote = 'Bản công bố không in số liệu của dòng có dưới 5 người trả lời.'
export const noAnswersNote = 'Trong phạm vi này chưa có phiếu hợp lệ.'
export const draftNote = 'Mẫu phiếu này là bản nháp, chưa được xác nhận theo văn bản của Bộ.'

/** Whose figures are included although they stand under another name. */
export function mergedNote(names: readonly string[]): string {
  return `Gồm số liệu của ${new Intl.ListFormat('vi').format(names)} trước khi sáp nhập.`
}
