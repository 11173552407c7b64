/**
 * How an answer came in. Channels are kept apart in every table: people who stand in front of an officer answer
 * differently from people at home, and staff must never be able to hide behind "all answers".
 * `phone` own telephone · `tablet` the office's device at the desk · `paper` a paper form · `staff` entered by staff
 * on behalf · `token` the one-time code on the appointment slip.
 */
export const channels = ['phone', 'tablet', 'paper', 'staff', 'token'] as const
export type Channel = (typeof channels)[number]
