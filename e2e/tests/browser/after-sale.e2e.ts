import { mailTo, newId, readStack } from '@shop/shared/testing'
import { buy, signedIn } from '../../fixtures/browser/paid-order.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

test('the link in the receipt opens the order in a fresh browser, where each parcel moves live', async ({
  shopper,
  newShopper,
}) => {
  const [teapot, cup] = [await newProduct({ price: 42 }), await newProduct({ title: 'Cup' })]
  const { id, email, link } = await buy(shopper, [{ id: teapot.id }, { id: cup.id, quantity: 2 }])
  const onlooker = await newShopper()
  await onlooker.goto(link)
  await expect(onlooker.getByText('You opened this order from a link')).toBeVisible()
  expect(onlooker.url()).not.toContain('#')
  await expect(onlooker.getByText('To send', { exact: true }).first()).toBeVisible()

  const desk = await signedIn(await newShopper(), teapot.seller)
  await desk.goto(`/sell/orders/${id}`)
  await expect(desk.getByText(cup.title)).toHaveCount(0)
  await desk.getByLabel('Carrier').selectOption('dhl')
  await desk.getByLabel('Tracking number').fill('x')
  await desk.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(desk.getByText('4 to 40').first()).toBeVisible()
  await desk.getByLabel('Tracking number').fill('JD0146000')
  await desk.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(desk.getByText('Marked as sent.')).toBeVisible()
  await expect(onlooker.getByText('1 of 2 parcels sent', { exact: true })).toBeVisible()
  await mailTo(email, 'sent your parcel')

  const cups = { lines: [{ productId: cup.id, quantity: 1 }], reason: 'damaged' }
  await cup.seller.post(`/api/orders/sold/${id}/refunds`, cups, { 'idempotency-key': newId() })
  await expect(onlooker.getByText('2 × $12.50 · 1 refunded')).toBeVisible()
  await signedIn(desk, cup.seller)
  await desk.goto(`/sell/orders/${id}`)
  await expect(desk.getByText('1 refunded: send 1')).toBeVisible()

  await cup.seller.put(`/api/orders/sold/${id}/parcel`, { carrier: 'ups' })
  await expect(onlooker.getByRole('button', { name: /^I have it/ })).toHaveCount(2)
  await onlooker.getByText('I have it').first().click()
  await expect(onlooker.getByText('Delivered', { exact: true }).first()).toBeVisible()
  await expect(onlooker.locator(':focus')).toContainText('Delivered')
  await expect(onlooker.getByRole('button', { name: /^I have it/ })).toHaveCount(1)
})

test('what was not sent is given back in two steps, once, and refunded', async ({ shopper }) => {
  const teapot = await newProduct({ price: 42 })
  const { id, email } = await buy(shopper, [{ id: teapot.id }])
  await shopper.goto(`/orders/${id}`)
  await shopper.getByRole('link', { name: 'Give something back' }).click()
  await shopper.getByRole('button', { name: 'Continue' }).click()
  await expect(shopper.getByText('Choose at least one item.')).toBeVisible()
  await shopper.getByRole('checkbox', { name: teapot.title }).check()
  await shopper.getByRole('button', { name: 'Continue' }).click()
  await shopper.getByRole('button', { name: 'Give back 1 item' }).dblclick()
  await expect(shopper.getByText('What happens next is below')).toBeVisible()
  await expect(shopper.getByText('Everything in it was given back.')).toBeVisible()
  await expect(shopper.getByText('is back on your card')).toBeVisible({ timeout: 20_000 })
  await expect(shopper.getByRole('heading', { name: /^Refund: / })).toHaveCount(1)
  await mailTo(email, 'back for order')
  await shopper.goBack()
  await shopper.goto(`/orders/${id}/give-back`)
  await expect(shopper.getByText('Already given back')).toBeVisible()
})

test('a return is answered, sent back and refunded, as both sides see it', async ({
  shopper,
  newShopper,
}) => {
  const cup = await newProduct({ price: 18, quantity: 5 })
  const { id, email } = await buy(shopper, [{ id: cup.id }])
  const desk = await signedIn(await newShopper(), cup.seller)
  await desk.goto('/sell/orders')
  await desk
    .getByRole('link', { name: /^Order / })
    .first()
    .click()
  await desk.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(desk.getByText('Marked as sent.')).toBeVisible()
  await shopper.goto(`/orders/${id}/give-back`)
  await shopper.getByRole('checkbox', { name: cup.title }).check()
  await shopper.getByLabel('Note to the sellers').fill('It has a crack. <b>Look</b>')
  await shopper.getByRole('button', { name: 'Continue' }).click()
  await shopper.getByRole('button', { name: 'Give back 1 item' }).click()
  await expect(shopper.getByText('Requested', { exact: true }).first()).toBeVisible()

  await desk.reload()
  await expect(desk.getByText('It has a crack. <b>Look</b>')).toBeVisible()
  await desk.getByRole('button', { name: 'Accept return' }).click()
  await expect(desk.getByText('Must not be empty').first()).toBeVisible()
  await desk
    .getByRole('textbox', { name: 'Note to the buyer', exact: true })
    .fill('To 5 Mill Lane.')
  await desk.getByRole('button', { name: 'Accept return' }).click()
  await expect(shopper.getByText('To 5 Mill Lane.')).toBeVisible()
  await mailTo(email, 'is accepted')
  await desk.getByRole('button', { name: 'It’s back: refund it' }).click()
  await expect(desk.getByText('The refund is on its way.')).toBeVisible()
  await expect(shopper.getByText('Refunded', { exact: true }).first()).toBeVisible()
})

test('an order is found by its number and email address, without script', async ({
  browser,
  shopper,
}) => {
  const { id, email } = await buy(shopper, [{ id: (await newProduct()).id }])
  const number = (await shopper.getByText(/^Order [A-Z0-9-]{7}, placed/).textContent())?.slice(
    6,
    13,
  )
  const context = await browser.newContext({
    baseURL: (await readStack()).url,
    ignoreHTTPSErrors: true,
    javaScriptEnabled: false,
  })
  const plain = await context.newPage()
  await plain.goto('/orders/find')
  await plain.getByLabel('Order number').fill(number ?? '')
  await plain.getByLabel('Email').fill(email)
  await plain.getByRole('button', { name: 'Email me the link' }).click()
  await expect(plain.getByText('If they match')).toBeVisible()
  const { text } = await mailTo(email, 'The link')
  const key = new RegExp(`/orders/${id}#(\\S+)`).exec(text)?.[1] ?? ''
  await plain.goto(`/orders/${id}`)
  await plain.getByLabel('Code from your email').fill(key)
  await plain.getByRole('button', { name: 'Open order' }).click()
  await expect(plain.getByText('You opened this order from a link')).toBeVisible()
})
