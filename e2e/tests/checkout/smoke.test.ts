import { expect, test } from 'bun:test'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { eventually, readStack, moneyOf } from '@shop/shared/testing'
import { Visitor, callShop } from '../../fixtures/visitor.ts'

const script = join(import.meta.dir, 'smoke.sh')
const account = { email: 'test@example.com', password: 'password' }

// The script's email address is fixed, so it can run only once per shop.
const hasRun = (await new Visitor().post('/api/users/signin', account)).status === 200

test.skipIf(hasRun)('the curl smoke test completes an order', async () => {
  const stack = await readStack()
  const cookieJar = join(tmpdir(), `smoke-${crypto.randomUUID()}.cookie`)
  const shell = Bun.spawn(['bash', '-eu', '-o', 'pipefail', script], {
    env: { ...process.env, BASE: stack.url, COOKIE_JAR: cookieJar },
    stderr: 'ignore',
  })
  const output = await new Response(shell.stdout).text()
  expect(await shell.exited).toBe(0)
  const [productId, orderId] = output.trim().split('\n').at(-1)?.split(' ') ?? []
  expect(output).toContain('"status":"succeeded"')

  const visitor = Visitor.withCookie(await cookieIn(cookieJar))
  const order = `/api/orders/${orderId}`
  await eventually(async () => expect((await visitor.get(order)).body.status).toBe('Complete'))
  await eventually(async () =>
    expect((await visitor.get(`/api/products/${productId}`)).body).toMatchObject({
      quantity: 4,
      available: 4,
    }),
  )
  await eventually(async () => expect((await visitor.get('/api/cart')).body.items).toEqual([]))
  expect(await moneyOf(orderId ?? '')).toEqual({
    intents: 1,
    held: 0,
    captured: 99_900,
    refunded: 0,
  })

  const imageUrl = await putPicture(visitor, productId ?? '')
  const picture = await callShop(imageUrl)
  expect(picture.status).toBe(200)
  expect(picture.headers.get('content-type')).toBe('image/webp')

  const sale = { cookie: visitor.cookie, productId, orderId }
  await Bun.write(
    join(dirname(process.env['STACK_FILE'] ?? ''), 'smoke.json'),
    JSON.stringify(sale),
  )
})

/** The session in curl's cookie jar. */
async function cookieIn(jar: string): Promise<string> {
  const [, value = ''] = /\tsession\t(\S+)/.exec(await Bun.file(jar).text()) ?? []
  return `session=${value}`
}

async function putPicture(visitor: Visitor, productId: string): Promise<string> {
  const form = new FormData()
  form.set('title', 'iPhone')
  form.set('price', '999')
  form.set('image', Bun.file(join(import.meta.dir, '../../stack/seed/pictures/teapot-1.webp')))
  const { status, body } = await visitor.sendForm('PUT', `/api/products/${productId}`, form)
  expect(status).toBe(200)
  return body.imageUrl
}
