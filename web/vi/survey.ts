/** Words around every page for citizens. */
export const chrome = {
  product: 'Hài\u00a0Lòng',
  skip: 'Đến nội dung',
  results: 'Kết quả đã công bố',
  answers: 'Câu trả lời đã công khai',
  feedback: 'Gửi phản ánh, kiến nghị',
  follow: 'Tra cứu phản ánh, kiến nghị',
  feedbackTitle: 'Có việc cần cơ quan trả lời?',
  feedbackAnswered: 'Gửi phản ánh, kiến nghị để được trả lời',
  feedbackApart: 'Phản ánh, kiến nghị không nối với phiếu vừa gửi.',
}

/** Each language in its own words. */
export const languageNames = { vi: 'Tiếng Việt', en: 'English' }

/** Words of the survey page. `{done}`, `{all}`, `{left}` are filled in by the script. */
export const survey = {
  feedbackHint: 'Nếu muốn được trả lời, mời gửi "Phản ánh, kiến nghị" ở cuối phiếu.',
  title: (title: string, office: string) => `${title} – ${office}`,
  problemTitle: (problem: string, title: string) => `${problem} – ${title}`,
  intro: 'Mời Ông/Bà cho biết ý kiến về lần làm việc tại đây.',
  length: (questions: number, minutes: number) =>
    `Phiếu có ${questions} câu, mất khoảng ${minutes} phút. Ông/Bà được bỏ qua câu không muốn trả lời.`,
  privacy:
    'Phiếu không hỏi họ tên, số điện thoại, số định danh. Hệ thống không lưu địa chỉ mạng của máy. Cán bộ tại quầy không xem được phiếu của Ông/Bà. Kết quả chỉ được tổng hợp và công bố thành số liệu chung.',
  letters: 'Chữ to hơn',
  howSatisfied: 'Ông/Bà hài lòng ở mức nào?',
  group: (position: number, groups: number, questions: number) => `Nhóm ${position} trong ${groups} · ${questions} câu`,
  reasons: 'Điều gì chưa được?',
  optional: '(không\u00a0bắt\u00a0buộc)',
  items: 'Câu hỏi thêm',
  comment: 'Góp ý thêm',
  website: 'Xin để trống ô này',
  progress: 'Đã trả lời {done}/{all} câu',
  nextMissing: 'Câu còn thiếu',
  missing: 'Còn {left} câu chưa chọn. Ông/Bà có thể chọn tiếp hoặc gửi phiếu luôn.',
  firstMissing: 'Đến câu đầu tiên còn thiếu',
  send: 'Gửi phiếu',
  sending: 'Đang gửi…',
  offline: 'Chưa gửi được vì mất mạng. Câu trả lời vẫn còn trên màn hình; mời Ông/Bà bấm “Gửi phiếu” lại khi có mạng.',
  draft: 'Ông/Bà đang trả lời dở một phiếu trên máy này.',
  takeUpDraft: 'Trả lời tiếp',
  dropDraft: 'Làm phiếu mới',
  procedure: {
    ask: 'Thủ tục Ông/Bà đã làm',
    hint: 'Gõ vài chữ trong tên thủ tục, không cần dấu.',
    other: 'Chọn thủ tục, hoặc để trống',
    /** What a screen reader hears of the suggestions; filled in by the script. */
    found: '{found} thủ tục phù hợp',
    none: 'Chưa thấy thủ tục nào như vậy. Ông/Bà cứ để nguyên chữ vừa gõ.',
  },
  followUp: (options: readonly string[]) => `Nếu Ông/Bà chọn ${quoted(options)} ở câu trên.`,
  /** By gate: for whom the questions are not meant. */
  skipHints: {
    purpose: (noOpinion) => `Ông/Bà chưa nhận kết quả thì chọn “${noOpinion}”.`,
    feedback: (noOpinion) => `Ông/Bà chưa gửi góp ý, phản ánh thì chọn “${noOpinion}”.`,
  } as Record<string, (noOpinion: string) => string>,
  skipHint: (gate: string, options: readonly string[], noOpinion: string) =>
    `Ông/Bà đã chọn ${quoted(options)} ở câu “${gate}” thì chọn “${noOpinion}”.`,
}

const quoted = (options: readonly string[]) => options.map((option) => `“${option}”`).join(' hoặc ')
