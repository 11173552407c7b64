import { z } from 'zod'

const days = (most: number) => z.int().min(1).max(most)

/**
 * How many working days an office gives itself (and the sender), and what moves the clock. `extension` 0: never longer;
 * `afterHour` h: what arrives from h o'clock on, or on a day off, counts as arrived on the next working day.
 */
export const deadlineRulesSchema = z.strictObject({
  classify: days(60),
  forward: days(60),
  askMore: days(60),
  answer: days(120),
  publish: days(60),
  extension: z.int().min(0).max(120),
  supplement: days(120),
  supplementRestarts: z.boolean(),
  afterHour: z.int().min(1).max(23).nullable(),
  /** Calendar days in which the sender may ask to look again. */
  reopenWithin: days(120),
  /** Working days before the due date, most first. */
  remindBefore: z
    .array(z.int().min(0).max(30))
    .max(5)
    .refine((list) => list.every((days, i) => i === 0 || days < (list[i - 1] ?? 0))),
  /** A counter that opens on Saturday does not make it a working day. */
  saturdayCounts: z.literal(false),
})

export type DeadlineRules = z.infer<typeof deadlineRulesSchema>

/** One version of the rules of an office, or of all offices that have none of their own (`officeCode` null). */
export type DeadlinePolicy = {
  id: string
  officeCode: string | null
  /** 1, 2, 3 … for one office. */
  number: number
  /** First day (UTC+7) on which new cases are opened under it; a case keeps the version it was opened under. */
  effectiveOn: string
  rules: DeadlineRules
  /** The legal document or the decision of the office. */
  source: string
}

/**
 * What holds until an office decides otherwise. Classify and return 2, ask 5, answer 15, publish 2: Decision 766/QĐ-TTg
 * (2022) and the national portal; forward 5: Decree 20/2008/NĐ-CP, article 9; restart on supplement: the national measure.
 */
export const defaultDeadlineRules: DeadlineRules = {
  classify: 2,
  forward: 5,
  askMore: 5,
  answer: 15,
  publish: 2,
  extension: 0,
  supplement: 10,
  supplementRestarts: true,
  afterHour: null,
  reopenWithin: 15,
  remindBefore: [3, 1],
  saturdayCounts: false,
}
