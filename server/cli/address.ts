import { networkInterfaces } from 'node:os'
import type { Config } from '../config'
import { describeReach } from '../reach'

/** What links begin with: PUBLIC_URL, or the first address of this machine in the local network. */
export function publicUrl(config: Config): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return describeReach(config, config, addresses).url
}
