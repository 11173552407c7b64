/** One address of this machine, as the operating system lists them. */
export type Address = { address: string; family: 'IPv4' | 'IPv6'; internal: boolean }

/**
 * How a phone reaches this machine: `configured` PUBLIC_URL says · `proxy` a reverse proxy stands in front but PUBLIC_URL is
 * unset · `same-network` same Wi-Fi or cable network · `data-centre` a public address · `nowhere` only this machine itself.
 */
export const reachKinds = ['configured', 'proxy', 'same-network', 'data-centre', 'nowhere'] as const
export type Reach = { kind: (typeof reachKinds)[number]; url: string }

/** Private ranges of RFC 1918 and the carrier-grade range of RFC 6598. */
const privateRange = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/

/**
 * Where QR codes should point, and why. Pure: settings and addresses come in.
 * @param listening the host and port that the server listens on; a loopback host is reached from nowhere else
 */
export function describeReach(
  settings: { publicUrl: string | null; trustedProxies: string[] },
  listening: { host: string; port: number },
  addresses: Address[],
): Reach {
  if (settings.publicUrl) return { kind: 'configured', url: settings.publicUrl }
  const url = (host: string) => `http://${host}${listening.port === 80 ? '' : `:${listening.port}`}`
  if (/^(127\.|localhost$|::1$)/.test(listening.host)) return { kind: 'nowhere', url: url(listening.host) }
  const outside = addresses.filter((a) => a.family === 'IPv4' && !a.internal && !a.address.startsWith('169.254.'))
  const local = outside.find((a) => privateRange.test(a.address))
  const first = local ?? outside[0]
  if (!first) return { kind: 'nowhere', url: url('localhost') }
  if (settings.trustedProxies.length > 0) return { kind: 'proxy', url: url(first.address) }
  return { kind: local ? 'same-network' : 'data-centre', url: url(first.address) }
}
