import { beforeAll, expect, test } from 'bun:test'
import { join } from 'node:path'
import { find } from '../../e2e/stack/provision/find.ts'
import { initiateSet } from '../../e2e/stack/servers/mongo-set.ts'
import { mongods } from '../../e2e/stack/servers/mongo.ts'
import { MONGO_MEMBERS } from '../../e2e/stack/settings/members.ts'
import { root } from '../../e2e/stack/settings/paths.ts'
import { exec } from '../../e2e/stack/system/exec.ts'
import { LONG_MS, replicatedShop } from '../../e2e/stack/testing/replicated.ts'
import { eventually } from '../../shared/testing/index.ts'

const { shop, start } = await replicatedShop()
const script = join(root, 'k8s/components/replicated-mongo/ready.sh')

/** Which members are ready, as the kubelet finds out. */
const ready = () =>
  Promise.all(
    MONGO_MEMBERS.map(async (name) => {
      const { ok } = await exec(['bash', script, String(shop.ports[name])])
      return ok
    }),
  )

beforeAll(async () => {
  await start(mongods(shop, (await find('mongod'))?.path ?? ''))
}, LONG_MS)

test(
  'a member is ready once it is the primary or a secondary',
  async () => {
    expect(await ready()).toEqual([false, false, false])
    await initiateSet(shop)
    await eventually(async () => expect(await ready()).toEqual([true, true, true]), LONG_MS)
  },
  LONG_MS,
)

test('what does not listen is not ready', async () => {
  expect(await exec(['bash', script, '1'])).toMatchObject({ ok: false })
})
