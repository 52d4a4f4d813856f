import type { StackFile } from '@shop/shared/testing'
import { atLeast, atMost, type Attack } from '../kit/attack.ts'
import { beside, p99 } from '../kit/bystander.ts'
import { call, newCookie } from '../kit/call.ts'
import { countOf, crowd } from '../kit/crowd.ts'

const FLOOD_MS = 10_000
const SIGN_IN = '/api/users/signin'
const PASSWORD = 'a long password of the owner'

const signIn = (shop: StackFile, from: string, email: string, password: string) =>
  call(shop, 'auth', 'POST', SIGN_IN, { from, json: { email, password } })

const strangers = () => `${crypto.randomUUID()}@example.com`

/** Floods of wrong passwords, to lock others out or to guess one. */
export const signInFloods: Attack[] = [
  {
    name: '60 connections of one address with wrong passwords, for 10 s',
    run: async (shop) => {
      const cookie = await newCookie(shop)
      const end = performance.now() + FLOOD_MS
      const flood = crowd(60, 60, async () => {
        while (performance.now() < end)
          await signIn(shop, '203.0.113.4', strangers(), 'wrong-wrong')
      })
      const people = shop.users.filter(({ role }) => role === 'user')
      const { result: honest, times: reads } = await beside(
        () => call(shop, 'products', 'GET', '/api/products?limit=8'),
        async () => {
          const { result } = await beside(
            () => call(shop, 'cart', 'GET', '/api/cart', { cookie }),
            () =>
              crowd(24, 2, async (index) => {
                const { email = '', password = '' } = people[index % people.length] ?? {}
                return signIn(shop, `198.51.100.${index + 20}`, email, password)
              }),
          )
          await flood
          return result
        },
      )
      return [
        atLeast('of 24 honest sign-ins got in', countOf(honest, 200), 24),
        atMost('p99 of the catalogue', p99(reads), 300, 'ms'),
      ]
    },
  },
  {
    name: 'one password for each of 100 accounts, from one address',
    run: async (shop) => {
      const responses = await crowd(100, 4, () =>
        signIn(shop, '203.0.113.5', strangers(), 'password123'),
      )
      return [atMost('passwords that were looked at', countOf(responses, 400, 401), 30)]
    },
  },
  {
    name: '100 wrong passwords for one account, from a network of addresses',
    run: lockOut,
  },
]

async function lockOut(shop: StackFile) {
  const email = strangers()
  const from = '198.51.100.60'
  const json = { email, password: PASSWORD }
  const { cookie } = await call(shop, 'auth', 'POST', '/api/users/signup', { from, json })
  const responses = await crowd(100, 4, (index) =>
    signIn(shop, `2001:db8:1:1::${(index + 1).toString(16)}`, email, 'wrong-wrong'),
  )
  const again = await signIn(shop, from, email, PASSWORD)
  const change = { current: PASSWORD, next: `${PASSWORD}, changed` }
  const changed = await call(shop, 'auth', 'PUT', '/api/users/password', {
    from,
    cookie,
    json: change,
  })
  return [
    atMost('passwords that were looked at', countOf(responses, 400, 401), 30),
    atLeast('the owner gets in from a known address', countOf([again], 200), 1),
    atLeast('the owner changes the password meanwhile', countOf([changed], 200), 1),
  ]
}
