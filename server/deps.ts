import type { Logger } from 'pino'
import type { Connection } from '../db/connect'
import type { NewResponse, Outcome } from '../db/responses'
import type { Db } from '../db/schema'
import type { Assets } from './assets'
import type { Config } from './config'
import type { Deeds } from './deeds'
import type { Long } from './long'
import type { Progress } from './progress'
import type { RequestCounts } from './request-counts'
import type { Keys } from './store/keys'
import type { Room } from './training-room'

/** Everything a request may need from the outside. Built once in main; tests build their own. */
export type Deps = {
  config: Config
  /** What links and QR codes begin with, without a slash at the end. */
  publicUrl: string
  /** This is the training room: its figures are invented, and every page says so. */
  training: boolean
  startedAt: Date
  connection: Connection
  db: Db
  keys: Keys
  assets: Assets
  log: Logger
  /** The only clock. */
  now: () => Date
  /** 128 random bits, base64url. */
  newId: () => string
  /** Keeps one answer; resolves when it is durable. @throws Overloaded, StorageFailed (submit-queue) */
  submit: (row: NewResponse) => Promise<Outcome>
  /** Tells the follower that the inbox has grown. */
  wake: () => void
  /** Reports that may take long, outside the main thread. */
  long: Long
  /** Work that goes on after its reply, with a page that shows how far it is. */
  progress: Progress
  /** Replies so far, for monitoring. */
  requests: RequestCounts
  /** Work on a whole database, outside the main thread. */
  deeds: Deeds
  /** Sentences that warn whoever can do something about it, on each of their pages; set by jobs. */
  notices: { backup: string | null }
  /** The training room beside the real data; null in it, and in a demonstration. */
  room: Room | null
}
