import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventually } from '@shop/shared/testing'
import type { Member } from '../settings/members.ts'
import { exec } from '../system/exec.ts'
import { createNetwork, cutOff, removeNetwork } from './lifecycle.ts'
import { commandIn, type Network } from './network.ts'

const PORT = 7000
const LONG_MS = 30_000
const data = mkdtempSync(join(tmpdir(), 'shop-network-'))
const network = await createNetwork(data)
const servers: Bun.Subprocess[] = []

afterAll(async () => {
  for (const server of servers) server.kill()
  await Promise.all(servers.map(({ exited }) => exited))
  await removeNetwork(data)
  rmSync(data, { recursive: true })
})

test('without `ip` there is no network, and nothing to remove', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shop-network-'))
  const path = process.env.PATH
  process.env.PATH = folder
  try {
    expect(await createNetwork(folder)).toBeUndefined()
    expect(readdirSync(folder)).toEqual([])
  } finally {
    process.env.PATH = path
    rmSync(folder, { recursive: true })
  }
})

// Where nobody may make a network, the runner goes on without one.
describe.skipIf(network === undefined)('a network', () => {
  const made = network as Network
  beforeAll(async () => {
    for (const name of ['mongo', 'mongo-1'] as const) serve(made, name)
    await eventually(async () => expect(await reached()).toEqual(EVERYTHING), LONG_MS)
  }, LONG_MS)

  test('a server in it has the pid that was started', async () => {
    const { out } = await exec(['ip', 'netns', 'identify', String(servers[0]?.pid)])
    expect(out.trim()).toBe(made.seats.mongo.namespace)
  })

  test.each([
    ['everybody', { fromHost: false, fromPeer: false, toPeer: false }],
    ['its peers', { fromHost: true, fromPeer: false, toPeer: false }],
  ] as const)(
    'a member cut off from %s comes back',
    async (from, left) => {
      const mend = await cutOff(made, 'mongo', from)
      expect(await reached()).toEqual(left)
      await mend()
      await eventually(async () => expect(await reached()).toEqual(EVERYTHING), LONG_MS)
    },
    LONG_MS,
  )

  test('nothing of it is left', async () => {
    await removeNetwork(data)
    const { out } = await exec(['sh', '-c', 'ip link; ip netns'])
    expect(out).not.toContain(made.bridge)
    expect(existsSync(join(data, 'network.json'))).toBe(false)
  })
})

const EVERYTHING = { fromHost: true, fromPeer: true, toPeer: true }

async function reached() {
  const made = network as Network
  const [fromHost, fromPeer, toPeer] = await Promise.all([
    reaches([], made, 'mongo'),
    reaches(commandIn(made, 'mongo-1', []), made, 'mongo'),
    reaches(commandIn(made, 'mongo', []), made, 'mongo-1'),
  ])
  return { fromHost, fromPeer, toPeer }
}

async function reaches(place: string[], { seats }: Network, name: Member): Promise<boolean> {
  const dial = ['timeout', '1', 'bash', '-c', `exec 3<>/dev/tcp/${seats[name].address}/${PORT}`]
  return (await exec([...place, ...dial])).ok
}

function serve(made: Network, name: Member): void {
  const hostname = made.seats[name].address
  const program = `Bun.serve({ hostname: '${hostname}', port: ${PORT}, fetch: () => new Response() })`
  servers.push(Bun.spawn(commandIn(made, name, [process.execPath, '-e', program])))
}
