import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { newIntent, startForTest } from '../testing/index.ts'
import { readPage } from '../testing/overview.ts'

const { stripe, url, stop } = startForTest()
afterAll(stop)

describe('pages', () => {
  const shown = (source: string) =>
    Array.from(source.matchAll(/<code>(pi_\w+)<\/code>/g), ([, id]) => id)
  const linkTo = (source: string, words: string) =>
    new RegExp(`<a href="([^"]+)">${words}</a>`).exec(source)?.[1]?.replaceAll('&amp;', '&')

  let ids: string[] = []
  beforeAll(async () => {
    for (let n = 0; n < 25; n++) await newIntent(stripe, `page-${n}`)
    const all = await stripe.paymentIntents.list({ limit: 100 })
    ids = all.data.map(({ id }) => id)
  })

  test('link to older payments and back to the newest', async () => {
    const first = await readPage(url)
    expect(shown(first.source)).toEqual(ids.slice(0, 20))
    expect(linkTo(first.source, 'Newest payments')).toBeUndefined()
    const second = await readPage(url, `/${linkTo(first.source, 'Older payments')}`)
    expect(shown(second.source)).toEqual(ids.slice(20, 40))
    const back = await readPage(url, `/${linkTo(second.source, 'Newest payments')}`)
    expect(shown(back.source)).toEqual(ids.slice(0, 20))
  })

  test('of events keep the page of payments', async () => {
    const second = await readPage(url, `/?payments=${ids[4]}`)
    const events = await readPage(url, `/${linkTo(second.source, 'Older events')}`)
    expect(shown(events.source)).toEqual(ids.slice(5, 25))
    expect(linkTo(events.source, 'Newest events')).toBe(`?payments=${ids[4]}#events`)
  })

  test('after an unknown id are empty', async () => {
    expect((await readPage(url, '/?payments=pi_unknown')).text).toContain('No payments yet')
  })

  test.each(['/sandbox', '/stripe-sandbox', '/stripe-sandbox/'])(
    'are also served at %s',
    async (path) => {
      const response = await fetch(`${url}${path}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toContain('text/html')
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(shown(await response.text())).toEqual(ids.slice(0, 20))
    },
  )
})
