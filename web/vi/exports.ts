/** Words around downloads. */
export const exportWords = {
  problem: 'Chưa lập được báo cáo',
  notYetVisible: 'Vai trò này chưa xem được số liệu của những ngày đã chọn. Xin chọn ngày sớm hơn.',
  back: 'Về trang kết quả',
} as const
