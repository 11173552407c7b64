import { findCase } from '../../db/cases'
import type { NewCase } from '../../server/actions/cases'
import type { TestApp } from './app'
import { answerCase, openedCase, staffOf } from './cases'
import { password, signInAs } from './staff'
import type { Visitor } from './visitor'

const base = '/can-bo/cong-khai'

/** People who answer, and a publisher who is signed in. */
export async function publishingPeople(app: TestApp) {
  await signInAs(app, 'intake')
  await signInAs(app, 'approver')
  const publisher = await signInAs(app, 'publisher')
  return { publisher, by: await staffOf(app, 'intake.all'), approver: await staffOf(app, 'approver.all') }
}
export type PublishingPeople = Awaited<ReturnType<typeof publishingPeople>>

/** A case that was sent and answered now. */
export async function answeredCase(app: TestApp, people: PublishingPeople, own: Partial<NewCase> = {}, text?: string) {
  const opened = await openedCase(app, own)
  const answered = await answerCase(app, opened.code, people, text)
  if (!answered.ok) throw new Error(answered.error)
  return opened
}

/** Presses a button of the page of hidden places. */
export async function press(visitor: Visitor, code: string, values: Record<string, string>) {
  await visitor.open(`${base}/${code}`)
  return visitor.send(`${base}/${code}/che`, values)
}

/** Looks at the preview and publishes. */
export async function publish(visitor: Visitor, code: string) {
  await visitor.open(`${base}/${code}/xem-truoc`)
  return visitor.send(`${base}/${code}/dang`)
}

export async function takeBack(visitor: Visitor, code: string, reason: string) {
  await visitor.open(`${base}/${code}/go`)
  return visitor.send(`${base}/${code}/go`, { reason })
}

export const stateOf = async (app: TestApp, code: string) => (await findCase(app.deps.db, code))?.state

/** The clock moves on for days, and the publisher comes back in the morning. */
export async function onDay(app: TestApp, { publisher }: PublishingPeople, instant: string) {
  app.setNow(instant)
  await publisher.open('/can-bo/dang-nhap')
  await publisher.send('/can-bo/dang-nhap', { login: 'publisher.all', password })
}
