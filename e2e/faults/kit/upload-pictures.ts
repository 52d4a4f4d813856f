import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PICTURE_WIDTHS } from '@shop/shared/contracts'
import { readStack } from '@shop/shared/testing'
import { pictureForm } from '../../fixtures/api.ts'
import { Visitor } from '../../fixtures/visitor.ts'
import { root } from '../../stack/settings/paths.ts'
import type { Count } from './count.ts'
import { createProduct } from './create-product.ts'
import type { Environment } from './environment.ts'
import { retryUntilFinal } from './shoppers.ts'

const FOLDER = join(root, 'e2e/stack/seed/pictures')
const SAMPLES = 8
const SELLERS = 3
const PAUSE_MS = 100

interface Sample {
  file: Uint8Array<ArrayBuffer>
  /** Hashes of what the shop makes of it, one for each width. */
  stored: string[]
}

/** Uploads that were acknowledged, by address, and the statuses of all others. */
export class Uploads {
  readonly acknowledged = new Map<string, Sample>()
  readonly refused: number[] = []

  /** Counts what was acknowledged and is not there, byte for byte, and responses that no upload may get. */
  async counts(): Promise<Count[]> {
    let different = 0
    for (const [url, { stored }] of this.acknowledged)
      if (!Bun.deepEquals(await hashesOf(url), stored)) different += 1
    const others = this.refused.filter((status) => status !== 503)
    return [
      { what: 'pictures acknowledged', seen: this.acknowledged.size, goal: 'some' },
      { what: `uploads refused with 503`, seen: this.refused.length - others.length, goal: 'some' },
      {
        what: `other responses ${[...new Set(others)].join(', ')}`.trim(),
        seen: others.length,
        goal: 0,
      },
      { what: 'acknowledged pictures missing or different', seen: different, goal: 0 },
    ]
  }
}

/** Runs work while sellers upload pictures, each to a new product and without trying again. */
export async function whileUploading(
  environment: Environment,
  work: () => Promise<void>,
): Promise<Uploads> {
  const samples = await Promise.all(
    readdirSync(FOLDER)
      .filter(isPicture)
      .slice(0, SAMPLES)
      .map((name) => sampleOf(environment, name)),
  )
  const uploads = new Uploads()
  let isOver = false
  let next = 0
  const sell = async () => {
    const seller = await Visitor.of()
    while (!isOver) {
      next += 1
      const sample = samples[next % samples.length]
      if (sample !== undefined) await uploadOne(environment, seller, { sample, uploads })
      await Bun.sleep(PAUSE_MS)
    }
  }
  const sellers = Promise.all(Array.from({ length: SELLERS }, sell))
  try {
    await work()
  } finally {
    isOver = true
    await sellers
  }
  return uploads
}

async function uploadOne(
  environment: Environment,
  seller: Visitor,
  { sample, uploads }: { sample: Sample; uploads: Uploads },
): Promise<void> {
  const { id } = await createProduct(environment, 1, seller)
  const { status, body } = await seller
    .sendForm('POST', `/api/products/${id}/images`, pictureForm({}, sample.file))
    .catch(() => ({ status: 0, body: { imageUrl: '' } }))
  if (status === 201) uploads.acknowledged.set(body.imageUrl, sample)
  else uploads.refused.push(status)
}

/** Uploads a picture before any fault. */
async function sampleOf(environment: Environment, name: string): Promise<Sample> {
  const file = await Bun.file(join(FOLDER, name)).bytes()
  const seller = await Visitor.of()
  const { id } = await createProduct(environment, 1, seller)
  const { body } = await retryUntilFinal(environment, () =>
    seller.sendForm('POST', `/api/products/${id}/images`, pictureForm({}, file)),
  )
  return { file, stored: await hashesOf(body.imageUrl) }
}

const isPicture = (name: string) => name.endsWith('.webp')

/** Hashes of a picture's files, read from the object store itself. */
async function hashesOf(imageUrl: string): Promise<string[]> {
  const { url, bucket } = (await readStack()).minio
  const path = imageUrl.slice(imageUrl.indexOf(`/${bucket}/`))
  return Promise.all(
    PICTURE_WIDTHS.map(async (width) => {
      const response = await fetch(`${url}${path.replace(/-\d+\.webp$/, `-${width}.webp`)}`)
      const hash = new Bun.CryptoHasher('sha256').update(await response.bytes()).digest('hex')
      return response.ok ? hash : String(response.status)
    }),
  )
}
