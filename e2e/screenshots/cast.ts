import { Visitor } from '../fixtures/visitor.ts'
import {
  PLAIN,
  buy,
  createProduct,
  demoProduct,
  guestWith,
  idOf,
  importFile,
  member,
  must,
} from './shoppers.ts'
import { sellMore } from './sold-cast.ts'
import { staffOver } from './staff-cast.ts'

const ABOUT = `Stoneware from a small studio in Portland, thrown and glazed by hand.

No two pieces are the same. Write to us if something arrives broken.`

/** Creates the people of the screenshots and their data. */
export async function createCast() {
  const seller = await member('Mara Lind Ceramics')
  const { teapot, cactus, violin, camera, bouquet, radio, plain } = await fillShelf(seller)

  const guest = await guestWith([bouquet, radio, plain])
  const surprised = await guestWith([teapot, cactus, violin])
  const paying = await guestWith([bouquet, radio])
  const buyer = await member('Ana Moreno')
  const complete = await buy(buyer, [teapot, cactus, plain], 'tok_visa')
  const cancelled = await buy(buyer, [violin])
  const unpaid = await buy(buyer, [teapot])
  await must(buyer.delete(`/api/orders/${cancelled}`))
  const guestOrder = await buy(paying, [bouquet, radio])
  await surprise(seller, { teapot, cactus, violin })
  const importer = await member()
  return {
    people: {
      seller,
      guest,
      surprised,
      paying,
      buyer,
      newcomer: await member(),
      importer,
      stranger: new Visitor(),
      staff: await staffOver(seller, buyer, teapot),
    },
    paths: {
      product: `/products/${teapot}`,
      plain: `/products/${plain}`,
      soldOut: `/products/${camera}`,
      archived: `/products/${violin}`,
      pay: `/checkout/${guestOrder}`,
      complete: `/orders/${complete}`,
      cancelled: `/orders/${cancelled}`,
      unpaid: `/orders/${unpaid}`,
      edit: `/sell/products/${teapot}`,
      stock: `/sell/products/${cactus}/stock`,
      busyStock: `/sell/products/${bouquet}/stock`,
      shop: `/shops/${await idOf(seller)}`,
      imported: await importFile(importer),
      emptyShop: `/shops/${await idOf(await member('Juniper & Ash'))}`,
      ...(await sellMore(seller, buyer, [bouquet, radio])),
    },
  }
}

export type Cast = Awaited<ReturnType<typeof createCast>>

async function fillShelf(seller: Visitor) {
  await must(seller.put('/api/users/profile', { name: 'Mara Lind Ceramics', about: ABOUT }))
  return {
    teapot: await createProduct(seller, 'teapot', 14),
    cactus: await createProduct(seller, 'cactus', 4),
    violin: await createProduct(seller, 'violin', 9),
    camera: await createProduct(seller, 'camera', 0),
    bouquet: await createProduct(seller, 'bouquet', 140),
    radio: await createProduct(seller, 'radio', 130),
    plain: (await must(seller.post('/api/products', PLAIN))).body.id,
  }
}

/** Changes what is in carts already. */
async function surprise(
  seller: Visitor,
  { teapot, cactus, violin }: Record<'teapot' | 'cactus' | 'violin', string>,
) {
  await must(
    seller.put(`/api/products/${teapot}`, { title: demoProduct('teapot').title, price: 44 }),
  )
  await must(seller.post(`/api/products/${cactus}/stock`, { delta: -2, reason: 'damage' }))
  await must(seller.delete(`/api/products/${violin}`))
}
