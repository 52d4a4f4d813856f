import { EXAMPLE_IDS } from '@shop/shared/contracts'
import { enterWrongly, press } from './acts.ts'
import type { Cast } from './cast.ts'
import { desk } from './desk-scenes.ts'
import type { Scene } from './scene.ts'
import { staff } from './staff-scenes.ts'

/** Pages in every state: those whose names begin as one of the given, or all. */
export function scenesNamed(beginnings: readonly string[], { paths }: Cast): Scene[] {
  const all = [
    ...catalogue(paths),
    ...checkout(paths),
    ...account(),
    ...desk(paths),
    ...staff(paths),
  ]
  if (beginnings.length === 0) return all
  return all.filter(({ name }) => beginnings.some((beginning) => name.startsWith(beginning)))
}

function catalogue(paths: Cast['paths']): Scene[] {
  const who = 'stranger'
  return [
    { name: 'home', who, path: '/' },
    { name: 'search', who, path: '/?q=teapot' },
    { name: 'filtered', who, path: '/?category=kitchen&maxPrice=60&inStock=1&sort=price' },
    { name: 'filtered-wrong', who, path: '/?minPrice=1,5&maxPrice=abc&category=cars' },
    { name: 'no-results', who, path: '/?q=submarine' },
    { name: 'no-word', who, path: '/?q=%25' },
    { name: 'product', who, path: paths.product },
    { name: 'product-without-picture', who, path: paths.plain },
    { name: 'product-sold-out', who, path: paths.soldOut },
    { name: 'product-archived', who, path: paths.archived },
    { name: 'product-report', who, path: `${paths.product}/report` },
    { name: 'product-own', who: 'seller', path: paths.product },
    { name: 'shop', who, path: paths.shop },
    { name: 'shop-empty', who, path: paths.emptyShop },
    { name: 'shop-not-found', who, path: `/shops/${EXAMPLE_IDS.user}` },
    { name: 'not-found', who, path: '/nothing-here' },
    { name: 'privacy', who, path: '/privacy' },
  ]
}

function checkout(paths: Cast['paths']): Scene[] {
  return [
    { name: 'cart-empty', who: 'stranger', path: '/cart' },
    { name: 'cart', who: 'guest', path: '/cart' },
    { name: 'cart-changed', who: 'surprised', path: '/cart' },
    { name: 'checkout', who: 'paying', path: '/checkout' },
    {
      name: 'checkout-errors',
      who: 'paying',
      path: '/checkout',
      act: press('Continue to payment'),
    },
    {
      name: 'payment',
      who: 'paying',
      path: paths.pay,
      act: (page) => page.getByRole('button', { name: /^Pay/ }).waitFor(),
    },
    { name: 'order-complete', who: 'buyer', path: paths.complete },
    { name: 'order-thanks', who: 'buyer', path: `${paths.complete}?thanks=1` },
    { name: 'order-unpaid', who: 'buyer', path: paths.unpaid },
    { name: 'order-cancel', who: 'buyer', path: `${paths.unpaid}?cancel=1` },
    { name: 'order-cancelled', who: 'buyer', path: paths.cancelled },
    { name: 'orders', who: 'buyer', path: '/orders' },
    { name: 'orders-empty', who: 'newcomer', path: '/orders' },
  ]
}

function account(): Scene[] {
  return [
    { name: 'sign-in', who: 'stranger', path: '/auth/signin' },
    { name: 'sign-in-with-cart', who: 'guest', path: '/auth/signin?next=/checkout' },
    { name: 'sign-in-lost', who: 'stranger', path: '/auth/signin?next=/account&lost=1' },
    {
      name: 'sign-in-wrong',
      who: 'stranger',
      path: '/auth/signin',
      act: enterWrongly,
    },
    { name: 'sign-up', who: 'stranger', path: '/auth/signup' },
    {
      name: 'sign-up-errors',
      who: 'stranger',
      path: '/auth/signup',
      async act(page) {
        await page.getByLabel('Email').fill('ana.example.com')
        await page.getByLabel('Password', { exact: true }).fill('password1')
        await press('Create an account')(page)
      },
    },
    { name: 'forgot', who: 'stranger', path: '/auth/forgot' },
    { name: 'forgot-sent', who: 'stranger', path: '/auth/forgot?sent=1' },
    { name: 'reset', who: 'stranger', path: '/auth/reset' },
    { name: 'verify', who: 'stranger', path: '/auth/verify' },
    {
      name: 'verify-refused',
      who: 'stranger',
      path: `/auth/verify#${EXAMPLE_IDS.token}`,
      act: (page) => page.getByRole('alert').waitFor(),
    },
    { name: 'verified', who: 'stranger', path: '/auth/verify?done=1' },
    { name: 'account', who: 'buyer', path: '/account' },
    { name: 'account-seller', who: 'seller', path: '/account?done=name' },
    { name: 'account-everywhere', who: 'buyer', path: '/account?ask=everywhere' },
    { name: 'account-errors', who: 'buyer', path: '/account', act: press('Change password') },
    { name: 'account-stranger', who: 'stranger', path: '/account' },
  ]
}
