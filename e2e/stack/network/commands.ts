import type { Member } from '../settings/members.ts'
import { peersOf, type Network, type Seat } from './network.ts'

/** The arguments of one call of `ip`. */
export type IpCommand = readonly string[]

/** From whom a member is cut off: services still reach one that is cut off from its peers. */
export type CutFrom = 'everybody' | 'its peers'

/**
 * A connection to a machine that fell silent is given up after 6 s instead of 15 min: a Mongo member that still waits
 * for the old primary reports once a second only what it has, and as long every write takes.
 */
const GIVE_UP_SOON = 'net.ipv4.tcp_retries2=4'

/** Makes the bridge, and a namespace with a cable to it for each member. */
export function creation({ bridge, host, seats }: Network): IpCommand[] {
  return [
    ['link', 'add', bridge, 'type', 'bridge'],
    ['addr', 'add', `${host}/24`, 'dev', bridge],
    ['link', 'set', bridge, 'up'],
    ...Object.values(seats).flatMap((seat) => attachment(bridge, seat)),
  ]
}

function attachment(bridge: string, { namespace, port, address }: Seat): IpCommand[] {
  const inside = ['-n', namespace]
  return [
    ['netns', 'add', namespace],
    ['link', 'add', port, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace],
    ['link', 'set', port, 'master', bridge, 'up'],
    [...inside, 'addr', 'add', `${address}/24`, 'dev', 'eth0'],
    [...inside, 'link', 'set', 'eth0', 'up'],
    // A server reaches its own address through it.
    [...inside, 'link', 'set', 'lo', 'up'],
    ['netns', 'exec', namespace, 'sysctl', '-qw', GIVE_UP_SOON],
  ]
}

/** Removes what `creation` makes. */
export function removal({ bridge, seats }: Network): IpCommand[] {
  return [
    ...Object.values(seats).flatMap(({ namespace, port }) => [
      ['link', 'del', port],
      ['netns', 'del', namespace],
    ]),
    ['link', 'del', bridge],
  ]
}

/** Cuts a member off, or with `isMended` connects it again. */
export function cut(
  network: Network,
  name: Member,
  from: CutFrom,
  { isMended = false } = {},
): IpCommand[] {
  const { seats } = network
  if (from === 'everybody') return [['link', 'set', seats[name].port, isMended ? 'up' : 'down']]
  const act = isMended ? 'del' : 'add'
  const block = (where: Member, peer: Member) => [
    '-n',
    seats[where].namespace,
    'route',
    act,
    'blackhole',
    `${seats[peer].address}/32`,
  ]
  // Both ways: otherwise it would still hear its peers, and learn from them that it leads no more.
  return peersOf(name).flatMap((peer) => [block(name, peer), block(peer, name)])
}
