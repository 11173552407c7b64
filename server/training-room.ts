import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findSetting, saveSetting } from '../db/settings'
import type { Config } from './config'
import type { Deps } from './deps'
import { closeServer, type Listening, listen } from './listen'
import type { Product } from './product'
import { describeReach, listAddresses } from './reach'

/** `off`: switched off by TRAINING_PORT. */
export type RoomState = { state: 'off' | 'closed' | 'busy' } | { state: 'open'; url: string }
export type RoomFault = { ok: false; error: 'port-taken' | 'port-forbidden' | 'busy' | 'off'; port: number }
export type Room = ReturnType<typeof trainingRoom>

const setting = 'training'
/** Enough for every page to show something, few enough to be made again in a second or two. */
const answers = 3000

type RoomDeps = Pick<Deps, 'config' | 'db' | 'log' | 'now' | 'deeds'>
type OpenProduct = (config: Config) => Promise<Product>

/**
 * The training room: a second copy of the program behind an address of its own, with invented data in `DATA_DIR/training`.
 * Costs nothing while it is closed.
 * @param openProduct opens a copy on the given settings; nothing listens yet
 */
export function trainingRoom(deps: RoomDeps, openProduct: OpenProduct) {
  const config = settingsOf(deps.config)
  const port = config?.port ?? 0
  let open: (Listening & { product: Product; url: string }) | null = null
  let busy = false

  const begin = async (): Promise<{ ok: true; url: string } | RoomFault> => {
    if (!config) return { ok: false, error: 'off', port }
    if (open) return { ok: true, url: open.url }
    if (!existsSync(join(config.dataDir, 'ready'))) await fill(deps, config.dataDir)
    const product = await openProduct(config)
    try {
      const listening = await listen(product.app, config)
      const url = describeReach(config, { host: config.host, port: listening.port }, listAddresses()).url
      product.deps.publicUrl = url
      open = { ...listening, product, url }
      return { ok: true, url }
    } catch (error) {
      await product.stop()
      return listenFault(error, port)
    }
  }
  const end = async () => {
    const ending = open
    open = null
    if (!ending) return
    await closeServer(ending.server, 1000)
    await ending.product.stop()
  }
  /** One change at a time. */
  const alone = async <T>(work: () => Promise<T>): Promise<T | RoomFault> => {
    if (busy) return { ok: false, error: 'busy', port }
    busy = true
    try {
      return await work()
    } finally {
      busy = false
    }
  }

  return {
    state(): RoomState {
      if (!config) return { state: 'off' }
      if (busy) return { state: 'busy' }
      return open ? { state: 'open', url: open.url } : { state: 'closed' }
    },
    /** Opens it, with fresh data the first time; it then opens again by itself after a restart. */
    open: () =>
      alone(async () => {
        const begun = await begin()
        if (begun.ok) await saveSetting(deps.db, setting, 'open')
        return begun
      }),
    /** Closes it; its data stays. */
    close: () =>
      alone(async () => {
        await end()
        await saveSetting(deps.db, setting, 'closed')
        return { ok: true } as const
      }),
    /** Throws away what was done in it, and opens it as new. */
    reset: () =>
      alone(async () => {
        if (!config) return { ok: false, error: 'off', port } as const
        await end()
        await rm(config.dataDir, { recursive: true, force: true })
        const begun = await begin()
        if (begun.ok) await saveSetting(deps.db, setting, 'open')
        return begun
      }),
    /** Opens it when it was open before the program was stopped. What fails is logged. */
    async resume(): Promise<void> {
      if (!config || (await findSetting(deps.db, setting)) !== 'open') return
      const begun = await alone(begin)
      if (begun.ok) deps.log.info('the training room is open')
      else deps.log.warn({ error: begun.error, port: begun.port }, 'the training room stays closed')
    },
    /** For the end of the program: closes it without forgetting that it was open. */
    stop: end,
  }
}

/** Its own folder, an address of its own, no mail, no second step, no backups: nothing in it matters. */
function settingsOf(config: Config): Config | null {
  if (config.trainingPort === null) return null
  const own = { dataDir: join(config.dataDir, 'training'), databaseUrl: null, port: config.trainingPort }
  const none = {
    mail: null,
    backupAt: null,
    backupDir: null,
    metricsToken: null,
    trainingPort: null,
    trainingUrl: null,
  }
  return { ...config, ...own, ...none, publicUrl: config.trainingUrl, twoStep: 'off' }
}

async function fill({ deeds, now }: RoomDeps, dataDir: string): Promise<void> {
  await rm(dataDir, { recursive: true, force: true })
  await deeds.do({ kind: 'fill-training', dataDir, now: now().toISOString(), answers })
}

function listenFault(error: unknown, port: number): RoomFault {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return { ok: false, error: 'port-taken', port }
  if (code === 'EACCES') return { ok: false, error: 'port-forbidden', port }
  throw error
}
