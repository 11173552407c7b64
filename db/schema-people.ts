import type { Generated } from 'kysely'
import type { Defaulted } from './columns'

export type StaffTable = {
  id: string
  login: string
  name: string
  role: string
  /** The part of the tree this person may see; null: everything. */
  officeCode: string | null
  /** Empty until an invited person has chosen a password. */
  passwordHash: string
  createdAt: string
  disabledAt: string | null
  email: Defaulted<string | null>
  /** Sealed secret of the second step (RFC 6238); in force once `totpAt` is set. */
  totpSecret: Defaulted<string | null>
  totpAt: Defaulted<string | null>
  /** The last time step that was used, so that a code works once. */
  totpStep: Defaulted<number>
}

export type RecoveryCodeTable = { staffId: string; codeHash: string; usedAt: string | null }

export type SessionTable = {
  tokenHash: string
  staffId: string
  createdAt: string
  seenAt: string
  expiresAt: string
  /** Browser and system in words, for the list of own sessions. */
  device: Defaulted<string>
}
export type OneTimeLinkTable = {
  tokenHash: string
  purpose: string
  createdAt: string
  expiresAt: string
  used: number
  /** For whom; null: the first administrator. */
  staffId: Defaulted<string | null>
}
export type AuditTable = {
  id: Generated<number>
  at: string
  staffId: string | null
  action: string
  subject: string
  detail: string
  /** The office it concerns, for people who see a part of the tree; null: the whole installation, or not known. */
  officeCode: Defaulted<string | null>
}
export type SettingTable = { key: string; value: string }

/** Mail that waits or was sent; a body is emptied once it was sent. */
export type OutboxTable = {
  id: Generated<number>
  kind: string
  recipient: string
  subject: string
  body: string
  createdAt: string
  dueAt: string
  tries: Defaulted<number>
  sentAt: string | null
  failedAt: string | null
  error: string | null
}

/** Work with effects outside the database, held by one process at a time; the row keeps the last outcome. */
export type JobTable = {
  name: string
  holder: string
  until: string
  startedAt: string
  finishedAt: string | null
  ok: number
  detail: string
}

export type BackupRunTable = {
  id: Generated<number>
  kind: string
  file: string
  startedAt: string
  finishedAt: string | null
  ok: number
  bytes: number | null
  detail: string
  removedAt: string | null
}
