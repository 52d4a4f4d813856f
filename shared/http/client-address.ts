import { isIP } from 'node:net'
import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'

/**
 * The client's address, from the header that the front door always overwrites; `inside` for callers that bypass it.
 * An IPv6 address counts as its /64 network, which a single customer owns.
 */
export function clientAddress(c: Context<AppEnv>): string {
  const ip = c.req.header('x-real-ip') ?? ''
  const version = isIP(ip)
  if (version === 0) return 'inside'
  return version === 4 ? ip : networkOf(ip)
}

function networkOf(ip: string): string {
  // A URL normalizes it: compressed, with hex groups only.
  const { hostname } = new URL(`http://[${ip.replace(/%.*$/, '')}]`)
  const [head = '', tail] = hostname.slice(1, -1).split('::')
  const groups = groupsOf(head)
  const after = groupsOf(tail ?? '')
  const zeros = Array.from({ length: 8 - groups.length - after.length }, () => '0')
  const all = tail === undefined ? groups : [...groups, ...zeros, ...after]
  const isMapped = all.slice(0, 5).every((group) => group === '0') && all[5] === 'ffff'
  return isMapped ? embeddedIpv4(all) : `${all.slice(0, 4).join(':')}::/64`
}

const groupsOf = (text: string) => text.split(':').filter((group) => group !== '')

function embeddedIpv4(groups: string[]): string {
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
