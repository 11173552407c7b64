/** What an empty database begins with; the administrator renames both. */
export const firstOffice = { code: 'CQ', name: 'Cơ quan của tôi', parentCode: null, address: null, phone: null }

export const firstPoint = {
  name: 'Quầy tiếp nhận và trả kết quả',
  surveyKey: 'sipas-24',
  channel: 'phone' as const,
  field: '',
  quickFirst: 0,
  closedAt: null,
}
