import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65535)
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean),
)

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
    schema: z.union([z.literal(''), z.string().regex(/^postgres(ql)?:\/\/.+/)]),
    fallback: '',
    expects: 'postgres://user:password@host:port/database, or nothing for SQLite',
    about: 'PostgreSQL to use instead of SQLite in DATA_DIR.',
  },
  PUBLIC_URL: {
    schema: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))]),
    fallback: '',
    expects: 'http://… or https://…',
    about: 'What QR codes and links point at; unset: the first address of this machine in the local network.',
  },
  TRUSTED_PROXIES: {
    schema: list,
    fallback: '',
    expects: 'addresses separated by commas',
    about: 'Reverse proxies whose X-Forwarded-For is believed.',
  },
  RATE_LIMITS: {
    schema: z.enum(['on', 'off']),
    fallback: 'on',
    expects: 'on or off',
    about: 'off only for load tests: no limit on answers and sign-ins.',
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
  logLevel: Values['LOG_LEVEL']
}

/** Raised for a wrong setting; the message names it and says what it expects. */
export class ConfigError extends Error {}

/**
 * Reads the settings from an environment. An empty value counts as unset.
 * @throws ConfigError at the first wrong value
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = <K extends keyof Settings>(name: K): Values[K] => {
    const { schema, fallback, expects } = settings[name]
    const parsed = schema.safeParse(env[name] || fallback)
    if (!parsed.success) throw new ConfigError(`${name}: expects ${expects}, found "${env[name]}"`)
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
    logLevel: read('LOG_LEVEL'),
  }
}
