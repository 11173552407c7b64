/** Words by which names, addresses and pupils are known in a Vietnamese text. Phrases with marks, in lower case. */
const list = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean)

/** Family names that hardly mean anything else at the beginning of words in capitals. */
export const surnames =
  list(`nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đinh,
  trương, lâm, lưu, trịnh, đào, mai, tô, tạ, tăng, tống, thái, phùng, vương, hà, châu, chu, lương, quách, nghiêm, ninh,
  triệu, doãn, đàm, kiều, khổng, khuất, la, lã, lục, mạc, mạch, nông, ông, thạch, tôn, ung, uông, viên, văn thị, âu, bế,
  bạch, cù, chử, đậu, điêu, hứa, lò, lô, quàng, cầm, tòng, giàng, sùng, thào, hạng, lầu, ksor, niê, siu, rơ, rmah, hoà`)

/** Family names that are also other words: only with a middle name or after a title. */
export const weakSurnames =
  list(`đoàn, đồng, sơn, kim, danh, cao, cà, mã, vàng, từ, an, bàn, lạc, giang, thân, lại, đường,
  vi, trà, tòng, văn, y, h, bá, đường, hầu, phí, bành, bồ, giáp, hàn, ma, mẫn, quản, sử, tiêu, tiết, tôn nữ, vừ`)

/** Between family and given name; with one of them words in lower case are a name as well. */
export const middleNames = list('văn, thị')

/** After these a name follows. */
export const nameTriggers =
  list(`tôi là, tôi tên, tôi tên là, tên tôi, tên tôi là, tên là, em là, em tên, em tên là, tên em,
  tên em là, mình là, mình tên, mình tên là, con tên, con tên là, cháu tên, cháu tên là, tên cháu, tên cháu là, tên con,
  tên con là, tên con tôi là, họ tên, họ và tên, họ tên là, họ và tên là, họ tên học sinh, tên học sinh, tên đầy đủ, người gửi,
  người viết đơn, người làm đơn, người phản ánh, người kiến nghị, ký tên, chủ tài khoản, chủ hộ, người liên hệ, liên hệ gặp,
  gặp anh, gặp chị, cháu là, con là, bé là, tên bé, bé tên, tên ông, tên bà, tên chồng, tên vợ, tên mẹ, tên bố, tên cha`)

/** Who is addressed or spoken of; a name in capitals may follow. */
export const titles =
  list(`ông, bà, anh, chị, cô, chú, bác, thầy, em, cháu, bạn, bé, con, con trai, con gái, vợ, chồng, mẹ,
  bố, cha, dì, cậu, mợ, thím, cụ, thầy giáo, cô giáo, giáo viên, hiệu trưởng, phó hiệu trưởng, kế toán, bảo vệ, chủ tịch,
  phó chủ tịch, cán bộ, công chức, viên chức, đồng chí, đ c, bí thư, trưởng phòng, phó phòng, trưởng thôn, tổ trưởng, bác sĩ,
  y tá, nhân viên, học sinh, cháu bé, giám đốc, phó giám đốc, thủ quỹ, văn thư, công an, ông bà, anh chị, tên, hs, gv,
  hiệu phó, chủ nhiệm, giáo viên chủ nhiệm, gvcn, tổ phó, lớp trưởng, kế toán trưởng, trưởng công an, chủ nhà, hàng xóm, em trai,
  em gái, anh trai, chị gái, con dâu, con rể, cháu nội, cháu ngoại, y sĩ, điều dưỡng, liên hệ, gặp, dân quân, lái xe, chuyên viên`)

/** Words in capitals after a title that begin no name. */
export const noNames =
  list(`quầy, bộ, phòng, sở, ủy, ban, trung, trường, văn phòng, một, tổ, khoa, công, chi, cục, ubnd, hđnd,
  thpt, thcs, th, mn, tiểu, mầm, sở, tỉnh, xã, phường, quận, huyện, thành, tp, hội, đảng, đội, lớp, nhà, khu, thôn, và, của, ở,
  tại, là, không, có, đã, bị, hồ sơ, bhxh, bhyt, vneid, cccd, cmnd, tthc, tthcc, pvhcc, gdđt, gd, rịa, trưng, việt nam, nà`)

/** What is named after persons and is none. */
export const placeWords =
  list(`đường, phố, trường, phường, xã, thôn, xóm, ấp, làng, khu, chợ, cầu, bến, bệnh viện, công viên,
  quảng trường, ngã ba, ngã tư, ngã năm, tượng đài, nhà văn hóa, thpt, thcs, th, ptth, ptcs, mn, tiểu học, trung học,
  trung học cơ sở, trung học phổ thông, mầm non, mẫu giáo, chuyên, quận, huyện, tỉnh, thành phố, tp, thị xã, thị trấn, đại học,
  cao đẳng, học viện, trung tâm, giải, quỹ, phường hội, đình, chùa, đền, hẻm, ngõ, kiệt, ngách, đại lộ, khu đô thị, chung cư,
  nhà hát, sân vận động, thư viện, rạp, tòa nhà, hồ, sông, núi, đảo, vịnh, cảng, ga, sân bay, nhà thờ, công ty, tư tưởng`)

/** Places and others that begin with a family name. */
export const famousNames =
  list(`hồ chí minh, hà nội, hà giang, hà nam, hà tĩnh, hà đông, hà tiên, hà bắc, hà tây, thái bình,
  thái nguyên, thái lan, lâm đồng, lai châu, cao bằng, ninh bình, ninh thuận, hồ gươm, mai châu, châu đốc, châu á, châu âu,
  châu thành, la gi, lý sơn, an giang, kiên giang, đồng nai, đồng tháp, sơn la, tô hiệu, hồ tây, hoàng sa, trường sa,
  lương sơn, kim bôi, triệu sơn, hoàng mai, lâm thao, võ nhai, đinh hợi, văn phòng, thái bình dương, hồ sơ, vũng tàu,
  hoà bình, hoà vang, hoà tiến, hoà khương, hoà khánh, hoà cường, hoà xuân, hoà liên, hoà ninh, hoà phú, hoà nhơn`)

/** Where a name in lower case ends. */
export const stopWords =
  list(`trú, ở, sinh, là, có, hiện, năm, số, sđt, đt, địa, và, đang, học, lớp, phụ, cha, mẹ, bố, của,
  tại, cư, thường, tạm, quê, nhà, làm, công, xin, muốn, gửi, phản, kính, viết, nay, đã, bị, được, với, cho, cmnd, cccd, điện,
  email, dân, người, xã, thôn, tổ, giáo, cán, hộ, này, đó, kia, tôi, em, cháu, con, chúng, mình, không, gì, trường, phường,
  ấp, xóm, đường, quận, huyện, tỉnh, thì, mà, rất, cũng, khi, để, ra, vào, lên, xuống, đến, đi, từ, theo, về, như, nhưng, nên,
  hay, hoặc, ông, bà, anh, chị, các, những, một, hai, ba, sẽ, phải, cần, còn, trong, ngoài, trên, dưới, sau, trước, nói, bảo,
  đòi, thu, nhận, yêu, đề, mong, biết, hỏi, gọi, liên, chủ, thuộc, vì, do, ghi, thấy, chưa, lại, nào, đây, rồi`)

/** Nouns after `tôi là` that are no name, even with a capital. */
export const nouns =
  list(`giáo, học, phụ, cán, công, người, cư, dân, chủ, sinh, bố, mẹ, cha, con, cháu, nhân, bác, hội, hiệu,
  kế, nông, đảng, viên, trưởng, phó, bí, hộ, một, cựu, thương, bệnh, khách, vợ, chồng, ông, bà, anh, chị, tổ, thành, đại, kỹ,
  luật, bạn, giám`)

export const houseWords = list('số nhà, nhà số, căn hộ, căn hộ số, căn số, phòng số, lô số, sn')
export const streetWords =
  list(`đường, phố, đại lộ, quốc lộ, ql, tỉnh lộ, tl, hương lộ, đường số, chung cư, khu đô thị, kđt,
  tòa, tòa nhà, block, khu tập thể, khu dân cư, kdc, cư xá`)
export const laneWords = list('ngõ, ngách, hẻm, kiệt, ngõ số, hẻm số, kiệt số')
export const hamletWords = list(`thôn, xóm, ấp, khóm, khu phố, kp, tổ dân phố, tdp, tiểu khu, khối phố, phum, sóc, plei,
  cụm dân cư`)
/** Also other words: only with a name in capitals. */
export const villageWords = list('bản, buôn, làng')
export const weakHamletWords = list('tổ, đội, khối, khu, cụm, số')
export const wideWords = list(
  `phường, p, xã, x, thị trấn, tt, quận, q, huyện, h, thị xã, tx, thành phố, tp, tỉnh, đặc khu`,
)
export const addressTriggers =
  list(`địa chỉ, địa chỉ nhà, địa chỉ liên hệ, địa chỉ thường trú, đ c, trú tại, thường trú,
  thường trú tại, tạm trú, tạm trú tại, cư trú tại, ngụ tại, ngụ, ngụ ở, sống tại, sống ở, ở tại, nhà ở, nhà tôi ở, nhà em ở,
  nhà mình ở, nơi ở, chỗ ở, hộ khẩu, hộ khẩu thường trú, hktt, quê quán, quê ở, nhà ở tại, sinh sống tại, đang ở, hiện ở,
  tôi ở, em ở, mình ở, gia đình tôi ở, gia đình em ở, gia đình ở, chúng tôi ở, bố mẹ ở, hiện đang ở, đang sống tại, đang sống ở`)
export const joiningWords = list('thuộc, của, ở, tại, và')

export const schoolWords = list(`trường, thcs, thpt, ptth, ptcs, mn, tiểu học, mầm non, mẫu giáo, trung học cơ sở,
  trung học phổ thông, trường th, trường thcs, trường thpt, trường mn, trường tiểu học, trường mầm non, trường mẫu giáo,
  trường trung học cơ sở, trường trung học phổ thông, trường thpt chuyên, trường phổ thông, trường tiểu học và thcs,
  trường th và thcs, trường ptdtbt, trường ptdt nội trú, trường phổ thông dân tộc nội trú, trường quốc tế, nhà trẻ`)
export const classWords = list('lớp')
export const nurseryClasses = list(
  'lá, chồi, mầm, nhà trẻ, mẫu giáo, mẫu giáo lớn, mẫu giáo nhỡ, mẫu giáo bé, lớn, nhỡ, bé',
)
/** Between a pupil's name and class or school. */
export const pupilFillers =
  list(`học, đang học, là học sinh, học sinh, hiện học, hiện đang học, đang là học sinh, của, tại, ở,
  thuộc, là, hs, học tại, đang học tại, học ở, hiện là học sinh, là hs, đang theo học, theo học, sinh năm`)
export const pupilWords = list('học sinh, cháu, em, con, con trai, con gái, bé, cháu bé, bạn, hs, con tôi, con em')

/** Folded, for patterns over the text without marks: words before a bank account, an identity number, a telephone. */
export const accountWords =
  'stk|so tai khoan|so tk|tai khoan so|tai khoan ngan hang|tai khoan|tk ngan hang|tknh|so the|the atm'
export const bankNames =
  'ngan hang|vietcombank|vcb|bidv|agribank|vietinbank|viettinbank|techcombank|tcb|mb ?bank|acb|sacombank|vp ?bank|tp ?bank|hd ?bank|shb|ocb|msb|vib|scb|sea ?bank|eximbank|lp ?bank|lienvietpostbank|nam a bank|bac a bank|kienlongbank|pvcombank|abbank|baovietbank|vietabank|saigonbank|momo|zalo ?pay|viettel ?money'
export const identityWords =
  'cccd|cmnd|cmt|can cuoc(?: cong dan)?|chung minh(?: thu| nhan dan)?|so dinh danh(?: ca nhan)?|ma dinh danh|dinh danh ca nhan|ma so thue|mst|so bhxh|bao hiem xa hoi|so bhyt|the bhyt|ho chieu|passport|ma hoc sinh|ma so bhxh|so giay to'
export const telephoneWords =
  'sdt|so dien thoai|dien thoai|so dt|dt|di dong|zalo|phone|tel|viber|lien he|lien lac|goi so'
export const numberWords = 'khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin'
export const plateWords = 'bien so(?: xe)?|bien kiem soat|bks|bsx|xe so'
export const birthWords = 'sinh ngay|ngay sinh|nam sinh|sinh nam|ngay thang nam sinh|sinh'
