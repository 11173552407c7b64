import { formatCount } from './format'

/** Words of exported tables: the sheet of notes, names of parameters, names of reports. */
export const reportWords = {
  notes: 'Ghi chú',
  sheet: 'Số liệu',
  yes: 'Có',
  no: 'Không',
  rowCount: (count: number) => `Số dòng: ${formatCount(count)}.`,
  cut: (missing: number) => ` … [còn ${formatCount(missing)} ký tự, xem trong tệp CSV hoặc JSON]`,
  parameters: {
    from: 'Từ ngày',
    to: 'Đến hết ngày',
    period: 'Kỳ báo cáo',
    office: 'Cơ quan, đơn vị',
    point: 'Điểm khảo sát',
    survey: 'Mẫu phiếu',
    channel: 'Kênh thu thập',
    public: 'Bản công bố',
    standing: 'Phiếu được tính',
  } as Record<string, string>,
} as const
