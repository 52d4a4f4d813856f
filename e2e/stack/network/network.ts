import { createHash } from 'node:crypto'
import { JETSTREAM_MEMBERS, MONGO_MEMBERS, type Member } from '../settings/members.ts'

/** Where one member runs. */
export interface Seat {
  namespace: string
  /** The bridge's end of the cable. */
  port: string
  address: string
}

/** One bridge, with a network namespace for each member. */
export interface Network {
  bridge: string
  /** This machine's address on the bridge. */
  host: string
  seats: Record<Member, Seat>
}

const SETS = [MONGO_MEMBERS, JETSTREAM_MEMBERS]
const FIRST_SEAT = 2

/** The network of a data folder: the same one at every start, because a Mongo set remembers its addresses. */
export function networkOf(data: string): Network {
  const hash = createHash('sha256').update(data).digest()
  const bridge = `shop-${hash.toString('hex').slice(0, 6)}`
  const subnet = `10.${hash[0]}.${hash[1]}`
  const seats = SETS.flat().map((name, index) => {
    const seat = FIRST_SEAT + index
    // The name of an interface has at most 15 letters.
    return [
      name,
      { namespace: `${bridge}-${name}`, port: `${bridge}-${seat}`, address: `${subnet}.${seat}` },
    ]
  })
  return { bridge, host: `${subnet}.1`, seats: Object.fromEntries(seats) as Network['seats'] }
}

/** The address at which a member listens. */
export function hostOf(network: Network | undefined, name: Member): string {
  return network?.seats[name].address ?? '127.0.0.1'
}

/** The command that runs a member where it belongs; the pid stays that of the member. */
export function commandIn(
  network: Network | undefined,
  name: Member,
  command: readonly string[],
): string[] {
  const place = network === undefined ? [] : ['ip', 'netns', 'exec', network.seats[name].namespace]
  return [...place, ...command]
}

/** The other members of its set. */
export function peersOf(name: Member): Member[] {
  const members: readonly Member[] = SETS.find((set) => set.some((each) => each === name)) ?? []
  return members.filter((each) => each !== name)
}
