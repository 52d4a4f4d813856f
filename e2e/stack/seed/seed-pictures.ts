import { createLimit } from '@shop/shared/async'
import { statusOf } from '@shop/shared/contracts'
import { messageOf, StackFailure } from '../system/failure.ts'
import { until } from '../system/until.ts'
import { VIEWS, pictureFile } from './catalogue.ts'
import type { DemoListing } from './seed-products.ts'

/** Enough to keep the products service encoding, which takes one picture at a time. */
const AT_ONCE = 3
/** A service that a developer edits meanwhile restarts within seconds. */
const RETRY = { withinMs: 60_000, everyMs: 1000 }
const NOT_VALID = statusOf('validation')

/** Uploads the pictures that the demo products lack. */
export async function seedPictures(
  listings: readonly DemoListing[],
  report: (done: number, total: number) => void,
): Promise<void> {
  const total = listings.length * VIEWS.length
  let count = 0
  const reportNext = () => report((count += 1), total)
  const limited = createLimit(AT_ONCE)
  await Promise.all(listings.map((listing) => limited(() => upload(listing, reportNext))))
}

async function upload(listing: DemoListing, reportNext: () => void): Promise<void> {
  for (const view of VIEWS.keys()) {
    await uploadView(listing, view)
    reportNext()
  }
}

/** Uploads one picture, unless the product has it or no room for it: its seller may have added others meanwhile. */
async function uploadView({ client, product, demo }: DemoListing, view: number): Promise<void> {
  const alt = `${product.title}, ${VIEWS[view]}`
  if (product.images.some((image) => image.alt === alt)) return
  const form = new FormData()
  form.append('alt', alt)
  form.append('image', pictureFile(demo, view))
  let problem = ''
  const attempt = async () => {
    try {
      const response = await client.send('POST', `/api/products/${product.id}/images`, form)
      problem = await response.text()
      return response.ok || response.status === NOT_VALID
    } catch (error) {
      problem = messageOf(error)
      return false
    }
  }
  if (!(await until(attempt, RETRY)))
    throw new StackFailure(`${alt} could not be uploaded: ${problem}`)
}
