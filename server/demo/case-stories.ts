import { demoRemarks as remarks } from '../../db/seed/demo-cases'
import type { Walk } from './case-walk'
import type { Chance } from './chance'

export type Invented = { answer: string; classify: () => Parameters<Walk['staff']>[1]; random: Chance }
type Story = (walk: Walk, invented: Invented) => Promise<void>

/** Taken in, given to somebody, answered, approved, published, rated; some are sent back, asked about, late, reopened. */
const answered: Story = async (walk, { answer, classify, random }) => {
  await takeIn(walk, classify, random)
  if (random.next() < 0.14) await askAndHear(walk, random)
  await write(walk, answer, random, random.next() < 0.07 ? 19 + random.below(9) : 3 + random.below(13))
  await publishAndRate(walk, random)
  if ((await walk.current()).state !== 'in-progress') return
  await write(walk, answer, random, 4 + random.below(6))
  await publishAndRate(walk, random)
}

async function takeIn(walk: Walk, classify: Invented['classify'], random: Chance) {
  walk.wait(0.2 + random.next() * 1.4)
  await walk.staff('intake', classify())
  const { id: assigneeId } = walk.workers.handler
  const given = { assigneeId, department: remarks.department, note: remarks.assign }
  await walk.staff('intake', { deed: 'assign', ...given })
  if (random.next() < 0.2) await walk.staff('handler', { deed: 'note', text: remarks.note })
}

async function askAndHear(walk: Walk, random: Chance) {
  walk.wait(1)
  await walk.staff('handler', { deed: 'ask-sender', text: remarks.ask })
  walk.wait(1 + random.below(7))
  await walk.sender({ deed: 'supplement', text: remarks.supplement, files: 0 })
  if (random.next() < 0.7) await walk.staff('handler', { deed: 'start', note: '' })
}

/** @param days from now until the answer lies with whoever approves it, weekends included */
async function write(walk: Walk, answer: string, random: Chance, days: number) {
  walk.wait(days)
  await walk.draft(answer)
  await walk.staff('handler', { deed: 'submit', answerNo: 0, text: '' })
  walk.wait(0.3 + random.next())
  if (random.next() < 0.1) {
    await walk.staff('approver', { deed: 'send-back', answerNo: 0, reason: remarks.sendBack })
    walk.wait(1)
    await walk.staff('handler', { deed: 'submit', answerNo: 0, text: '' })
    walk.wait(0.5)
  }
  await walk.staff('approver', { deed: 'answer', answerNo: 0 })
}

async function publishAndRate(walk: Walk, random: Chance) {
  const mayPublish = (await walk.current()).state === 'awaiting-publication'
  if (mayPublish) {
    walk.wait(random.next() < 0.9 ? 0.5 + random.next() : 5)
    await walk.publish()
  }
  if (random.next() < 0.45) return
  walk.wait(1 + random.below(3))
  const rating = random.weighted(['satisfied', 'acceptable', 'not-satisfied'] as const, (word) =>
    word === 'satisfied' ? 62 : word === 'acceptable' ? 25 : 13,
  )
  await walk.sender({ deed: 'rate', rating, text: '' })
  const again = rating === 'not-satisfied' && random.next() < 0.6 && !(await walk.current()).reopenedAt
  if (!again) return
  walk.wait(1)
  await walk.sender({ deed: 'reopen', text: remarks.reopen })
  walk.wait(1)
  await walk.staff('handler', { deed: 'start', note: '' })
}

const refused: Story = async (walk, { random }) => {
  walk.wait(0.3 + random.next())
  await walk.staff('intake', { deed: 'refuse', ground: 'unclear', text: remarks.unclear, door: remarks.door })
}

const outside: Story = async (walk, { random }) => {
  walk.wait(0.5 + random.next() * 2)
  const where = { to: remarks.outside, address: '', reason: remarks.notOurs, told: remarks.forwardTold }
  await walk.staff('intake', { deed: 'forward-outside', ...where })
}

const moved: Story = async (walk, invented) => {
  walk.wait(1)
  const { officeCode } = await walk.current()
  const to = officeCode === 'SGDDT' ? 'TTHCC' : 'SGDDT'
  const why = { reason: remarks.notOurs, told: remarks.forwardTold }
  await walk.staff('approver', { deed: 'forward', to, isOpen: true, ...why })
  if (invented.random.next() < 0.25) {
    walk.wait(1)
    await walk.staff('approver', { deed: 'return', to: null, ...why })
  }
  await answered(walk, invented)
}

const unheard: Story = async (walk, { classify, random }) => {
  await takeIn(walk, classify, random)
  walk.wait(1)
  await walk.staff('handler', { deed: 'ask-sender', text: remarks.ask })
  walk.wait(21)
  await walk.staff('intake', { deed: 'refuse', ground: 'no-sender', text: remarks.unclear, door: '' })
}

const withdrawn: Story = async (walk, { classify, random }) => {
  await takeIn(walk, classify, random)
  walk.wait(2)
  await walk.sender({ deed: 'withdraw', reason: remarks.withdraw })
}

const corrected: Story = async (walk, invented) => {
  await refused(walk, invented)
  walk.wait(1)
  await walk.staff('intake', { deed: 'correct', reason: remarks.note })
  await answered(walk, invented)
}

const takenBack: Story = async (walk, invented) => {
  await takeIn(walk, invented.classify, invented.random)
  await write(walk, invented.answer, invented.random, 1)
  if ((await walk.current()).state !== 'awaiting-publication') return
  walk.wait(1)
  await walk.publish()
  walk.wait(2)
  await walk.unpublish(remarks.unpublish)
}

const divided: Story = async (walk, { classify, random }) => {
  await takeIn(walk, classify, random)
  if ((await walk.current()).wish !== '') await walk.split(remarks.parts)
}

const joined: Story = async (walk, { classify, random }) => {
  await takeIn(walk, classify, random)
  await walk.merge(remarks.duplicate)
}

const sentBack: Story = async (walk, { random }) => {
  walk.wait(0.5 + random.next())
  const where = { to: remarks.outside, reason: remarks.notOurs, told: '' }
  await walk.staff('intake', { deed: 'return-outside', ...where })
}

/** Given to somebody who has not answered: late by now, unless it is new. */
const stuck: Story = (walk, { classify, random }) => takeIn(walk, classify, random)

/** Nobody has looked at it. */
const untouched: Story = async () => {}

export const stories: readonly [Story, weight: number][] = [
  [answered, 740],
  [refused, 45],
  [outside, 45],
  [moved, 50],
  [unheard, 30],
  [withdrawn, 25],
  [corrected, 10],
  [takenBack, 10],
  [divided, 8],
  [joined, 15],
  [sentBack, 10],
  [stuck, 4],
  [untouched, 1],
]

/** What lies before the people of the demonstration now: for the cases of the last days, one after the other. */
export const present: readonly Story[] = [
  untouched,
  stuck,
  async (walk, { classify, random }) => {
    await takeIn(walk, classify, random)
    await walk.staff('handler', { deed: 'ask-sender', text: remarks.ask })
  },
  async (walk, { classify, random }) => {
    await takeIn(walk, classify, random)
    await walk.staff('handler', { deed: 'ask-sender', text: remarks.ask })
    walk.wait(0.2)
    await walk.sender({ deed: 'supplement', text: remarks.supplement, files: 0 })
  },
  async (walk, { answer, classify, random }) => {
    await takeIn(walk, classify, random)
    await walk.draft(answer)
    await walk.staff('handler', { deed: 'submit', answerNo: 0, text: '' })
  },
  divided,
  takenBack,
  async (walk, { answer, classify, random }) => {
    await takeIn(walk, classify, random)
    await write(walk, answer, random, 0.1)
  },
  async (walk, { answer, classify, random }) => {
    await takeIn(walk, classify, random)
    await write(walk, answer, random, 0.1)
    await walk.sender({ deed: 'reopen', text: remarks.reopen })
  },
]

/** Sent to the right door and closed to most eyes. */
export const guided =
  (ground: 'complaint' | 'denunciation'): Story =>
  async (walk, { random }) => {
    walk.wait(0.5 + random.next())
    if (random.next() < 0.3) return
    await walk.staff('approver', { deed: 'refuse', ground, text: remarks[ground], door: remarks.door })
  }

export type { Story }
export { answered, moved }
