import type { Bearer } from '@shop/shared/auth'
import type { ServiceConfig } from '@shop/shared/service'
import { newUser, readStack, startTestService, type TestService } from '@shop/shared/testing'
import { createProducts } from '../service.ts'
import { form, png } from './pictures.ts'

/** The products service on the stack's servers; pictures are read directly from the object store. */
export async function startProducts(
  storeUrl?: string,
  overrides: Partial<ServiceConfig> = {},
): Promise<TestService> {
  const { minio } = await readStack()
  return startTestService('products', createProducts, {
    MINIO_URL: storeUrl ?? minio.url,
    MINIO_ACCESS_KEY: minio.accessKey,
    MINIO_SECRET_KEY: minio.secretKey,
    MINIO_BUCKET: minio.bucket,
    MINIO_REGION: 'us-east-1',
    PUBLIC_MEDIA_URL: minio.url,
    ...overrides,
  })
}

export async function sellNew(service: TestService, quantity: number, as = newUser()) {
  const json = { title: 'Mug', price: 12.5, quantity }
  const { body } = await service.call('POST', '/api/products', { as, json })
  return String(body.id)
}

/** Creates a product with a picture of each color, named by its alt text. */
export async function sellPictured(service: TestService, as: Bearer, colours: string[]) {
  const path = `/api/products/${await sellNew(service, 1, as)}`
  for (const alt of colours)
    await service.call('POST', `${path}/images`, { as, body: form({ alt }, await png(alt)) })
  return (await service.call('GET', path)).body
}
