import { networkInterfaces } from 'node:os'

/** One address of this machine, with the name of its network card, as the operating system lists them. */
export type Address = { card: string; address: string; family: 'IPv4' | 'IPv6'; internal: boolean }

/** The addresses of this machine now. */
export function listAddresses(): Address[] {
  return Object.entries(networkInterfaces()).flatMap(([card, list]) => (list ?? []).map((one) => ({ card, ...one })))
}

/**
 * How a phone reaches this machine: `configured` PUBLIC_URL says · `proxy` a reverse proxy stands in front but PUBLIC_URL is
 * unset · `same-network` same Wi-Fi or cable network · `data-centre` a public address · `nowhere` only this machine itself.
 */
export const reachKinds = ['configured', 'proxy', 'same-network', 'data-centre', 'nowhere'] as const
export type Reach = { kind: (typeof reachKinds)[number]; url: string }

/** Private ranges of RFC 1918 and the carrier-grade range of RFC 6598. */
const privateRange = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/

/** Networks inside the machine (containers, virtual machines, tunnels): no phone is in them. */
const insideOnly =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|cni|flannel|cali|podman|lxc|tun|tap|utun|wg|tailscale|zt)/i

/**
 * Where QR codes should point, and why. Settings and addresses come in.
 * @param listening the host and port that the server listens on; one address alone is reached by that address alone
 */
export function describeReach(
  settings: { publicUrl: string | null; trustedProxies: string[] },
  listening: { host: string; port: number },
  addresses: Address[],
): Reach {
  if (settings.publicUrl) return { kind: 'configured', url: settings.publicUrl }
  const host = bound(listening.host) ?? firstAddress(addresses)
  const kind = kindOf(host)
  const port = listening.port === 80 ? '' : `:${listening.port}`
  const url = `http://${host?.includes(':') ? `[${host}]` : (host ?? 'localhost')}${port}`
  return { kind: settings.trustedProxies.length > 0 ? 'proxy' : kind, url }
}

function kindOf(host: string | null): Reach['kind'] {
  if (!host || /^(127\.|localhost$|::1$)/.test(host)) return 'nowhere'
  return privateRange.test(host) ? 'same-network' : 'data-centre'
}

/** The one address that HOST names; null when it stands for all of them. */
function bound(host: string): string | null {
  return host === '0.0.0.0' || host === '::' ? null : host
}

function firstAddress(addresses: Address[]): string | null {
  const outside = addresses.filter((a) => a.family === 'IPv4' && !a.internal && !a.address.startsWith('169.254.'))
  const cards = outside.filter((a) => !insideOnly.test(a.card))
  const local = cards.find((a) => privateRange.test(a.address))
  return (local ?? cards[0] ?? outside[0])?.address ?? null
}
