import { type DeadlinePolicy, defaultDeadlineRules } from '../../server/domain/deadline-policy'

/** What holds for every office until it decides otherwise. */
export const firstPolicy: DeadlinePolicy = {
  id: 'default-1',
  officeCode: null,
  number: 1,
  effectiveOn: '2000-01-01',
  rules: defaultDeadlineRules,
  source: 'Nghị định 20/2008/NĐ-CP; Quyết định 766/QĐ-TTg (2022)',
}

/** Words of the first version of the calendar. */
export const firstVersion = {
  summary: 'Lịch nghỉ lễ, Tết, ngày làm bù 2024–2027 có sẵn trong chương trình',
  document: 'Bộ luật Lao động 2019; Nghị quyết 28/2026/QH16; Công văn 10065/VPCP-KGVX ngày 02/10/2026',
}
