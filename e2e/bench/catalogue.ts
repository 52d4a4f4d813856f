import type { ProductResponse } from '@shop/shared/contracts'
import type { StackFile } from '@shop/shared/testing'
import { StackFailure } from '../stack/system/failure.ts'
import { serviceOf } from './services.ts'
import { newShopper } from './shoppers.ts'

const PRODUCTS = 100
const PAGE = 30

/** What the requests ask for. */
export interface Catalogue {
  /** Enough products that shoppers seldom buy the same one at the same time. */
  productIds: string[]
  /** The response of the list. */
  page: unknown
}

/** Creates products that never createProduct out. */
export async function fillCatalogue(stack: StackFile): Promise<Catalogue> {
  const url = `${serviceOf(stack, 'products').url}/api/products`
  const cookie = await newShopper(stack.jwtKey)
  const productIds: string[] = []
  for (let number = 1; number <= PRODUCTS; number += 1)
    productIds.push(await createProduct(url, cookie, number))
  return { productIds, page: await (await fetch(`${url}?limit=${PAGE}`)).json() }
}

async function createProduct(url: string, cookie: string, number: number): Promise<string> {
  const product = {
    title: `Stoneware mug no. ${number}`,
    description: 'Holds 350 ml, glazed inside and out, safe in the dishwasher.',
    category: 'kitchen',
    price: 18,
    quantity: 1_000_000,
  }
  const response = await fetch(url, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(product),
  })
  if (response.status !== 201)
    throw new StackFailure(`POST ${url} returned ${response.status}: ${await response.text()}`)
  return ((await response.json()) as ProductResponse).id
}
