import { z } from 'zod'
import { twoStepRules } from './domain/two-steps'

/** `postgres://user@/database?host=/run/postgresql` names a socket and so no host. */
const isAddress = (text: string) => URL.canParse(text.replace('@/', '@socket/'))

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65535)
const addresses = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.union([z.ipv4(), z.ipv6()])))
/** The pages' addresses begin at the root, so nothing but a host may stand here. */
const site = z
  .url({ protocol: /^https?$/ })
  .transform((text) => new URL(text))
  .refine(({ pathname, search, hash }) => pathname === '/' && !search && !hash)
  .transform(({ origin }) => origin)

/**
 * Every setting of the environment: name, what it must be, default, one sentence. The README's table is tested against
 * this list.
 */
export const settings = {
  PORT: { schema: port, fallback: '8080', expects: '0–65535', about: 'Port to listen on; 0 takes any free one.' },
  HOST: { schema: z.string().min(1), fallback: '0.0.0.0', expects: 'an address', about: 'Address to listen on.' },
  DATA_DIR: {
    schema: z.string().min(1),
    fallback: './data',
    expects: 'a folder',
    about: 'Database, keys, attachments and backups live here.',
  },
  DATABASE_URL: {
    schema: z.union([
      z.literal(''),
      z
        .string()
        .regex(/^postgres(ql)?:\/\/.+/)
        .refine(isAddress),
    ]),
    fallback: '',
    expects: 'postgres://user:password@host:port/database, or nothing for SQLite',
    about: 'PostgreSQL to use instead of SQLite in DATA_DIR.',
  },
  PUBLIC_URL: {
    schema: z.union([z.literal(''), site]),
    fallback: '',
    expects: 'http://host or https://host, without a path',
    about: 'What QR codes and links point at; unset: the first address of this machine in the local network.',
  },
  TRUSTED_PROXIES: {
    schema: addresses,
    fallback: '',
    expects: 'IP addresses separated by commas (no ranges, no names)',
    about: 'Reverse proxies whose X-Forwarded-For is believed.',
  },
  RATE_LIMITS: {
    schema: z.enum(['on', 'off']),
    fallback: 'on',
    expects: 'on or off',
    about: 'off only for load tests: no limit on answers and sign-ins.',
  },
  TWO_STEP: {
    schema: z.enum(twoStepRules),
    fallback: 'administrators',
    expects: 'administrators, everybody or off',
    about: 'Who must sign in with a second step, a code of an app on the own telephone.',
  },
  MAIL_URL: {
    schema: z.union([z.literal(''), z.url({ protocol: /^smtps?$/ })]),
    fallback: '',
    expects: 'smtp://user:password@host:587 or smtps://user:password@host:465, or nothing',
    about: 'Server that sends mail; unset: no mail is sent, and pages say so.',
  },
  MAIL_FROM: {
    schema: z.union([z.literal(''), z.email()]),
    fallback: '',
    expects: 'a mail address',
    about: 'Sender of mail; needed with MAIL_URL.',
  },
  REMIND_AT: {
    schema: z.string().regex(/^(off|(0[5-9]|1[0-7]):[0-5]\d)$/),
    fallback: '07:30',
    expects: 'a time of day from 05:00 to 17:59 (UTC+7), or off',
    about: 'When staff are reminded of cases, in the program and by mail; on working days only.',
  },
  BACKUP_AT: {
    schema: z.string().regex(/^(off|([01]\d|2[0-3]):[0-5]\d)$/),
    fallback: '02:30',
    expects: 'a time of day such as 02:30 (UTC+7), or off',
    about: 'When a backup is made by itself; made up for where the machine was off then.',
  },
  BACKUP_DIR: {
    schema: z.string(),
    fallback: '',
    expects: 'a folder of its own on another disk',
    about: 'Second folder (USB disk, network share) to which each good backup is copied.',
  },
  ATTACHMENT_MAX_FILES: {
    schema: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .refine((number) => number <= 20),
    fallback: '5',
    expects: '0–20',
    about: 'How many files may be attached to one message; 0: none.',
  },
  ATTACHMENT_MAX_MB: {
    schema: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .refine((number) => number >= 1 && number <= 50),
    fallback: '10',
    expects: '1–50',
    about: 'Megabytes one attached file may have.',
  },
  VIRUS_SCAN: {
    schema: z.string(),
    fallback: '',
    expects: 'a program with its arguments, such as clamdscan --no-summary -',
    about:
      'Gets each attached file on its standard input: exit code 0 clean, 1 infected; unset: files are not scanned.',
  },
  METRICS_TOKEN: {
    schema: z.string().regex(/^[\x21-\x7e]{16,}$|^$/),
    fallback: '',
    expects: 'at least 16 letters without spaces',
    about: 'Bearer token for /metrics; unset: only this machine itself reads it, and nobody behind a proxy.',
  },
  TRAINING_PORT: {
    schema: z.union([z.enum(['', 'off']), port]),
    fallback: '',
    expects: '0–65535 or off',
    about: 'Port of the training room, a second copy with invented figures; unset: the number after PORT.',
  },
  TRAINING_URL: {
    schema: z.union([z.literal(''), site]),
    fallback: '',
    expects: 'http://host or https://host, without a path',
    about: 'Address of the training room where a proxy stands in front.',
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    fallback: 'info',
    expects: 'debug, info, warn, error or silent',
    about: 'How much is written to stderr.',
  },
} as const

type Settings = typeof settings
type Values = { [K in keyof Settings]: z.infer<Settings[K]['schema']> }

export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | null
  publicUrl: string | null
  trustedProxies: string[]
  rateLimits: boolean
  twoStep: Values['TWO_STEP']
  /** Null: no mail is sent. */
  mail: { url: string; from: string } | null
  /** Time of day `HH:MM` in UTC+7; null: never. */
  remindAt: string | null
  /** Time of day `HH:MM` in UTC+7; null: never by itself. */
  backupAt: string | null
  backupDir: string | null
  /** `scan`: command of a virus scanner, or null. */
  attachments: { mostFiles: number; mostBytes: number; scan: string | null }
  metricsToken: string | null
  /** Null: there is no training room. */
  trainingPort: number | null
  trainingUrl: string | null
  logLevel: Values['LOG_LEVEL']
  /** Each setting as it was given; of a secret one only whether it is set. For the history of the configuration. */
  given: Record<string, string>
}

/** Raised for a wrong setting; the message names it and says what it expects. */
export class ConfigError extends Error {}

/** The addresses of a database and of a mail server hold passwords, which must not reach a terminal or a log. */
const secrets: readonly (keyof Settings)[] = ['DATABASE_URL', 'MAIL_URL', 'METRICS_TOKEN']
const found = (name: keyof Settings, value = '') => (secrets.includes(name) ? '' : `, found "${value}"`)

/**
 * Reads the settings from an environment. An empty value counts as unset.
 * @throws ConfigError at the first wrong value
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = <K extends keyof Settings>(name: K): Values[K] => {
    const { schema, fallback, expects } = settings[name]
    const parsed = schema.safeParse(env[name] || fallback)
    if (!parsed.success) throw new ConfigError(`${name}: expects ${expects}${found(name, env[name])}`)
    return parsed.data as Values[K]
  }
  return {
    port: read('PORT'),
    host: read('HOST'),
    dataDir: read('DATA_DIR'),
    databaseUrl: read('DATABASE_URL') || null,
    publicUrl: read('PUBLIC_URL') || null,
    trustedProxies: read('TRUSTED_PROXIES'),
    rateLimits: read('RATE_LIMITS') === 'on',
    twoStep: read('TWO_STEP'),
    mail: mailOf(read('MAIL_URL'), read('MAIL_FROM')),
    remindAt: read('REMIND_AT') === 'off' ? null : read('REMIND_AT'),
    backupAt: read('BACKUP_AT') === 'off' ? null : read('BACKUP_AT'),
    backupDir: read('BACKUP_DIR') || null,
    attachments: {
      mostFiles: read('ATTACHMENT_MAX_FILES'),
      mostBytes: read('ATTACHMENT_MAX_MB') * 1024 * 1024,
      scan: read('VIRUS_SCAN') || null,
    },
    metricsToken: read('METRICS_TOKEN') || null,
    trainingPort: trainingPort(read('TRAINING_PORT'), read('PORT')),
    trainingUrl: read('TRAINING_URL') || null,
    logLevel: read('LOG_LEVEL'),
    given: givenIn(env),
  }
}

function givenIn(env: Record<string, string | undefined>): Config['given'] {
  const names = Object.keys(settings) as (keyof Settings)[]
  return Object.fromEntries(
    names.map((name) => [name, secrets.includes(name) && env[name] ? '•••' : env[name] || settings[name].fallback]),
  )
}

function mailOf(url: string, from: string): Config['mail'] {
  if (!url) return null
  if (!from) throw new ConfigError(`MAIL_FROM: expects ${settings.MAIL_FROM.expects}, because MAIL_URL is set`)
  return { url, from }
}

/** The one after PORT, or any free one where PORT is any free one. */
function trainingPort(set: Values['TRAINING_PORT'], own: number): number | null {
  if (set === 'off') return null
  if (set !== '') return set
  return own === 0 ? 0 : Math.min(own + 1, 65_535)
}
