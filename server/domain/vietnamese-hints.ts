/** Phrases that tell what a message may be, with marks, in lower case. */
const list = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean)

export const complaintWords = list(`khiếu nại, đơn khiếu nại, xem xét lại quyết định, hủy quyết định, hủy bỏ quyết định,
  thu hồi quyết định, không đồng ý với quyết định, không đồng ý quyết định, không nhất trí với quyết định, quyết định xử phạt,
  quyết định thu hồi đất, quyết định kỷ luật, quyết định cưỡng chế, quyết định hành chính, quyết định giải quyết,
  xâm phạm quyền lợi, xâm phạm quyền và lợi ích, ảnh hưởng quyền lợi của tôi, xem lại quyết định, quyết định sai,
  đền bù không thỏa đáng, bồi thường không thỏa đáng, khởi kiện, kiện ra tòa`)

/** Said so. */
export const denunciationWords = list('tố cáo, đơn tố cáo, tố giác, làm đơn tố')

/** A breach of law, where somebody is named as well. */
export const breachWords =
  list(`nhận hối lộ, đưa hối lộ, hối lộ, tham ô, tham nhũng, vòi vĩnh, vòi tiền, đòi tiền, đòi phong bì,
  nhận phong bì, nhận tiền, lót tay, bôi trơn, ăn chặn, bớt xén, biển thủ, chiếm đoạt, lừa đảo, làm giả, giả mạo, khai khống,
  lập khống, kê khống, quỹ đen, lạm dụng chức vụ, lợi dụng chức vụ, lạm quyền, bao che, trù dập, đe dọa, hành hung, đánh bạc,
  cờ bạc, dâm ô, quấy rối, vi phạm pháp luật, trái pháp luật, bằng giả, chạy chức, chạy việc, chạy án, chạy điểm, sửa điểm,
  nâng điểm, ép học thêm, thu tiền trái phép, thu tiền riêng, cưỡng đoạt, tống tiền, ăn tiền, nhũng nhiễu, sàm sỡ`)

export const roleWords =
  list(`cán bộ, công chức, viên chức, hiệu trưởng, phó hiệu trưởng, hiệu phó, chủ tịch, phó chủ tịch,
  kế toán, thủ quỹ, giáo viên, cô giáo, thầy giáo, công an, giám đốc, phó giám đốc, trưởng phòng, phó phòng, bí thư,
  trưởng thôn, tổ trưởng, nhân viên, bác sĩ, bảo vệ, lãnh đạo, địa chính, chuyên viên, cảnh sát`)

export const childWords =
  list(`trẻ em, trẻ, cháu, cháu bé, bé, bé gái, bé trai, em bé, con tôi, con em, con mình, con gái,
  con trai, học sinh, học trò, trẻ nhỏ, em học sinh, các em, các cháu, con của tôi, em nhỏ, thiếu niên, trẻ con`)

/** Harm, where a child is spoken of in the same sentence. */
export const harmWords =
  list(`đánh, đánh đập, bạo hành, bạo lực, xâm hại, dâm ô, hiếp dâm, cưỡng hiếp, sàm sỡ, quấy rối, bỏ đói,
  bỏ rơi, ngược đãi, hành hạ, tát, bạt tai, đấm, bóp cổ, nhốt, bắt nạt, bắt cóc, mua bán, tảo hôn, tự tử, tự sát, hành hung,
  bắt quỳ, sờ soạng, lạm dụng, tra tấn, đập đầu, bị thương, bầm tím, chảy máu, dọa giết, ép quan hệ, quan hệ tình dục, đá,
  hội đồng, làm nhục, lột đồ, xúc phạm, chửi mắng, bóc lột`)
/** The same words in another sense. */
export const harmlessWords =
  list(`đánh giá, đánh máy, đánh số, đánh răng, đánh vần, đánh cầu, đánh dấu, đá bóng, đá cầu, nhà đá,
  đường đá, hội đồng nhân dân, hội đồng trường, hội đồng quản trị, hội đồng thi, hội đồng sư phạm, đấm lưng, đất đá, đá dăm,
  mua bán nhà, mua bán đất, mua bán sách, mua bán hàng, phòng cháy, chữa cháy, phòng cháy chữa cháy, cháy túi, phòng chống cháy nổ,
  tập huấn sơ cấp cứu, xe cấp cứu, phòng chống đuối nước, phòng chống bạo lực, không khẩn cấp, phòng chống xâm hại`)

export const urgentWords =
  list(`đang cháy, cháy, cháy nhà, cháy nổ, hỏa hoạn, tai nạn, cấp cứu, khẩn cấp, nguy hiểm đến tính mạng,
  nguy hiểm tính mạng, đe dọa tính mạng, đe dọa giết, tự tử, tự sát, dọa giết, giết người, đòi giết, sập nhà, sập cầu, sạt lở,
  đuối nước, ngộ độc, rò rỉ gas, rò rỉ khí, rò điện, hở điện, điện giật, vỡ đê, lũ quét, mắc kẹt, cứu với, cầu cứu, đang bị đánh,
  cầm dao, hung khí, bắt cóc, mất tích, nguy kịch, đang nguy hiểm, cứu người, đang bị nhốt, bị giam giữ`)

export const questionWords =
  list(`xin hỏi, cho hỏi, cho tôi hỏi, tôi muốn hỏi, muốn hỏi, cho em hỏi, xin được hỏi, tôi hỏi,
  xin hướng dẫn, nhờ hướng dẫn, mong được hướng dẫn, xin tư vấn, nhờ tư vấn`)
/** Only with a question mark. */
export const askingWords = list(`như thế nào, thế nào, ở đâu, làm sao, giấy tờ gì, bao lâu, bao nhiêu, khi nào, mấy giờ,
  được không, có phải, hay không, là gì, gồm những gì, cần gì, tại sao, vì sao, ra sao, mất mấy ngày, bao giờ, có cần`)
