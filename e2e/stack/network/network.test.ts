import { expect, test } from 'bun:test'
import { creation, cut, removal } from './commands.ts'
import { commandIn, hostOf, networkOf, peersOf } from './network.ts'

const network = networkOf('/tmp/shop-a')
const { bridge, host, seats } = network

test('each member has an address of its own beside this machine, in a private network', () => {
  const addresses = [host, ...Object.values(seats).map(({ address }) => address)]
  const subnet = host.replace(/\.1$/, '')
  expect(addresses).toEqual([1, 2, 3, 4, 5, 6, 7].map((last) => `${subnet}.${last}`))
  expect(host).toMatch(/^10\.\d+\.\d+\.1$/)
})

test('a folder has the same network at every start, another one has another', () => {
  expect(networkOf('/tmp/shop-a')).toEqual(network)
  const other = networkOf('/tmp/shop-b')
  expect(other.bridge).not.toBe(bridge)
  expect(other.host).not.toBe(host)
})

test('names of interfaces have at most 15 letters', () => {
  for (const name of [bridge, ...Object.values(seats).map(({ port }) => port)])
    expect(name.length).toBeLessThanOrEqual(15)
})

test('a member runs in its namespace, and on this machine without one', () => {
  const command = ['mongod', '--port', '1']
  const place = ['ip', 'netns', 'exec', seats['mongo-1'].namespace]
  expect(commandIn(network, 'mongo-1', command)).toEqual([...place, ...command])
  expect(commandIn(undefined, 'mongo-1', command)).toEqual(command)
  expect(hostOf(network, 'mongo-1')).toBe(seats['mongo-1'].address)
  expect(hostOf(undefined, 'mongo-1')).toBe('127.0.0.1')
})

test('peers are the others of the same set', () => {
  expect(peersOf('mongo-1')).toEqual(['mongo', 'mongo-2'])
  expect(peersOf('jetstream')).toEqual(['jetstream-1', 'jetstream-2'])
})

test('everything that is made is removed', () => {
  const made = creation(network).flatMap(([object, act, name]) =>
    act === 'add' && object !== 'addr' ? [`${object} ${name}`] : [],
  )
  expect(made).toHaveLength(1 + 6 * 2)
  const gone = removal(network).map(([object, , name]) => `${object} ${name}`)
  expect(new Set(gone)).toEqual(new Set(made))
})

test('a member that is cut off from its peers hears nothing from them, either', () => {
  const blocked = cut(network, 'mongo', 'its peers').map(([, from, , , , to]) => [from, to])
  const ways = (['mongo-1', 'mongo-2'] as const).flatMap((peer) => [
    [seats.mongo.namespace, `${seats[peer].address}/32`],
    [seats[peer].namespace, `${seats.mongo.address}/32`],
  ])
  expect(blocked).toEqual(ways)
})
