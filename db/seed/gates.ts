/** Purpose of the visit: most people scan while filing, before any result exists. */
export const purpose = {
  key: 'purpose',
  label: 'Lần này Ông/Bà đến (hoặc truy cập) để làm gì?',
  options: [
    { key: 'submit', label: 'Nộp hồ sơ' },
    { key: 'result', label: 'Nhận kết quả' },
    { key: 'supplement', label: 'Bổ sung hồ sơ, hoặc hồ sơ bị trả lại' },
    { key: 'ask', label: 'Hỏi thông tin, việc khác' },
  ],
}

export const feedback = {
  key: 'feedback',
  label: 'Trong 12 tháng qua, Ông/Bà có gửi góp ý, phản ánh hoặc kiến nghị đến cơ quan này không?',
  options: [
    { key: 'yes', label: 'Có' },
    { key: 'no', label: 'Không' },
    { key: 'unsure', label: 'Không nhớ' },
  ],
}

export const respondent = {
  key: 'respondent',
  label: 'Ai đang trả lời phiếu này?',
  options: [
    { key: 'self', label: 'Tôi tự trả lời' },
    { key: 'relative', label: 'Người thân trả lời giúp tôi' },
    { key: 'assisted', label: 'Người khác đọc và chọn giúp theo ý tôi' },
  ],
}

export const filing = {
  key: 'filing',
  label: 'Hồ sơ của Ông/Bà nộp bằng cách nào?',
  options: [
    { key: 'counter', label: 'Trực tiếp tại quầy' },
    { key: 'online', label: 'Trực tuyến' },
    { key: 'post', label: 'Qua bưu chính' },
  ],
}

/** The result and the time it took count only for people who came to receive it. */
export const needsResult = { gate: 'purpose', options: ['submit', 'supplement', 'ask'] }

/** How feedback is handled counts only for people who sent some; who does not remember is still asked. */
export const needsFeedback = { gate: 'feedback', options: ['no'] }
