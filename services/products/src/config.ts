import { required } from '@shop/shared/config'
import { serviceConfig } from '@shop/shared/service'
import * as v from 'valibot'

const url = v.pipe(required, v.url('Must be a URL'))

export const productsConfig = {
  ...serviceConfig,
  MINIO_URL: url,
  MINIO_ACCESS_KEY: required,
  MINIO_SECRET_KEY: required,
  MINIO_BUCKET: v.optional(v.string(), 'product-images'),
  MINIO_REGION: v.optional(v.string(), 'us-east-1'),
  PUBLIC_MEDIA_URL: url,
}

export type ProductsConfig = v.InferOutput<v.ObjectSchema<typeof productsConfig, undefined>>
