import type { StackFile } from '@shop/shared/testing'
import { atMost, type Attack, type Measure } from '../kit/attack.ts'
import { beside, p99 } from '../kit/bystander.ts'
import { call } from '../kit/call.ts'
import { crowd } from '../kit/crowd.ts'
import { peakMb } from '../kit/memory.ts'

const MEMORY_MB = 320
const PAGE_MS = 500
const FORM = 'application/x-www-form-urlencoded'
const LARGE = 5_900_000

/** Large forms at the storefront's own port: the front frontDoor stops them at 64 KiB. */
export const formFloods: Attack[] = [
  {
    name: 'a form of 1.5 million fields, 30 at once',
    run: (shop) => flood(shop, '/auth/signin', 'a=1&'.repeat(LARGE / 4)),
  },
  {
    name: 'a form of one field of 5.9 MB, 30 at once',
    run: (shop) => flood(shop, '/cart', `a=${'x'.repeat(LARGE)}`),
  },
  {
    name: 'a form of 64 KiB of fields, 200 times, 30 at once',
    run: (shop) => flood(shop, '/auth/signin', 'a=1&'.repeat(16_000), 200),
  },
  {
    name: 'a picture of 5.9 MB from nobody, 30 at once',
    run: (shop) => flood(shop, '/sell/products/new', multipart(), 30),
  },
]

async function flood(
  shop: StackFile,
  path: string,
  body: BodyInit,
  times = 30,
): Promise<Measure[]> {
  const pid = shop.services['storefront']?.pid ?? 0
  const type = body instanceof FormData ? {} : { type: FORM }
  const [{ times: waits }, memory] = await peakMb(pid, () =>
    beside(
      () => call(shop, 'storefront', 'GET', '/privacy', { from: '203.0.113.2' }),
      () => crowd(times, 30, () => call(shop, 'storefront', 'POST', path, { body, ...type })),
    ),
  )
  return [
    atMost('memory of the storefront', memory, MEMORY_MB, 'MB'),
    atMost('p99 of /privacy', p99(waits), PAGE_MS, 'ms'),
  ]
}

function multipart(): FormData {
  const form = new FormData()
  form.append('image', new File([new Uint8Array(LARGE)], 'picture.webp'))
  return form
}
