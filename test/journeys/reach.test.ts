import { describe, expect, it } from 'vitest'
import { type Address, describeReach } from '../../server/reach'

const card = (card: string, address: string): Address => ({ card, address, family: 'IPv4', internal: false })
const loopback: Address = { card: 'lo', address: '127.0.0.1', family: 'IPv4', internal: true }
const wifi = card('wlan0', '192.168.1.20')
const docker = card('docker0', '172.17.0.1')
const publicly = card('eth0', '203.113.131.2')

function reach(
  addresses: Address[],
  { publicUrl = null as string | null, proxies = [] as string[], host = '0.0.0.0' },
) {
  return describeReach({ publicUrl, trustedProxies: proxies }, { host, port: 8080 }, [loopback, ...addresses])
}

describe('how a phone reaches this machine', () => {
  it('is what PUBLIC_URL says', () => {
    const publicUrl = 'https://khaosat.binhan.gov.vn'
    expect(reach([wifi], { publicUrl })).toEqual({ kind: 'configured', url: publicUrl })
  })

  it('is the address in the Wi-Fi, not the one of containers inside the machine', () => {
    expect(reach([docker, wifi], {})).toEqual({ kind: 'same-network', url: 'http://192.168.1.20:8080' })
  })

  it('is a public address on a rented server that runs containers too', () => {
    expect(reach([docker, publicly], {})).toEqual({ kind: 'data-centre', url: 'http://203.113.131.2:8080' })
  })

  it('is the one address that HOST names', () => {
    const second = card('eth1', '10.0.0.7')
    expect(reach([wifi, second], { host: '10.0.0.7' }).url).toBe('http://10.0.0.7:8080')
  })

  it('asks for PUBLIC_URL behind a reverse proxy, also when only that proxy can come in', () => {
    expect(reach([publicly], { proxies: ['127.0.0.1'], host: '127.0.0.1' }).kind).toBe('proxy')
    expect(reach([publicly], { proxies: ['10.0.0.1'] }).kind).toBe('proxy')
  })

  it('is nowhere when only this machine can come in, or without a network', () => {
    expect(reach([wifi], { host: '127.0.0.1' })).toEqual({ kind: 'nowhere', url: 'http://127.0.0.1:8080' })
    expect(reach([wifi], { host: '::1' }).url).toBe('http://[::1]:8080')
    expect(reach([], {})).toEqual({ kind: 'nowhere', url: 'http://localhost:8080' })
  })
})
