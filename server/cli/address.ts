import type { Config } from '../config'
import { describeReach, listAddresses } from '../reach'

/** What links begin with: PUBLIC_URL, or the first address of this machine in the local network. */
export function publicUrl(config: Config): string {
  return describeReach(config, config, listAddresses()).url
}
