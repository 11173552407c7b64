/** Words under a list of several pages. */
export const pagerWords = {
  label: 'Các trang của danh sách',
  page: (page: number, pages: number) => `Trang ${page}/${pages}`,
  previous: 'Trang trước',
  next: 'Trang sau',
}
