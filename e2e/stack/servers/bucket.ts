import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'minio'
import type { Shop } from '../shop.ts'
import { messageOf, StackFailure } from '../system/failure.ts'
import { until } from '../system/until.ts'
import { importUser } from './minio-users.ts'

/**
 * Creates the publicly readable bucket, once per data folder, and on MinIO the products service's user, whom
 * SeaweedFS knows from its configuration.
 */
export async function prepareBucket(shop: Shop): Promise<void> {
  const done = join(shop.data, `${shop.s3}-prepared`)
  if (existsSync(done)) return
  const root = await openAsRoot(shop)
  let problem = ''
  const attempt = async () => {
    try {
      await prepare(root, shop)
      return true
    } catch (error) {
      problem = messageOf(error)
      return false
    }
  }
  // MinIO is ready before it has loaded its users, and refuses to change them until then.
  if (!(await until(attempt, PATIENCE)))
    throw new StackFailure(`the bucket of ${shop.s3} cannot be prepared: ${problem}`)
  writeFileSync(done, '')
}

async function prepare(root: Client, { addresses, secrets, s3 }: Shop): Promise<void> {
  const { bucket } = addresses.minio
  if (!(await root.bucketExists(bucket))) await root.makeBucket(bucket)
  const mayRead = statement(bucket, ['s3:GetObject'])
  await root.setBucketPolicy(bucket, JSON.stringify(policy({ ...mayRead, ...EVERYBODY })))
  if (s3 === 'minio')
    await importUser(root, secrets.minioProducts, policy(statement(bucket, PRODUCTS_MAY)))
}

const PATIENCE = { withinMs: 60_000, everyMs: 200 }
const PRODUCTS_MAY = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']
const EVERYBODY = { Principal: { AWS: ['*'] } }

const policy = (allowed: object) => ({ Version: '2012-10-17', Statement: [allowed] })

const statement = (bucket: string, actions: readonly string[]) => ({
  Effect: 'Allow',
  Action: actions,
  Resource: [`arn:aws:s3:::${bucket}/*`],
})

async function openAsRoot({ ports, secrets }: Shop): Promise<Client> {
  // Imported here because no other command needs the client.
  const { Client: MinioClient } = await import('minio')
  return new MinioClient({
    endPoint: '127.0.0.1',
    port: ports.minio,
    useSSL: false,
    ...secrets.minioRoot,
    retryOptions: { disableRetry: true },
  })
}
