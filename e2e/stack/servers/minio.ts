import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { exec, lastLines } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'
import { responds } from '../system/until.ts'

/** MinIO with root keys of its own, which no service knows. */
export function minio({ data, ports, tools, secrets, addresses }: Shop): ChildSpec {
  const folder = join(data, 'minio')
  mkdirSync(folder, { recursive: true })
  return {
    name: 'minio',
    command: [
      [tools.minio ?? 'minio', 'server', folder, '--quiet'],
      ['--address', `127.0.0.1:${ports.minio}`],
      ['--console-address', `127.0.0.1:${ports.minioConsole}`],
    ].flat(),
    env: {
      MINIO_ROOT_USER: secrets.minioRoot.accessKey,
      MINIO_ROOT_PASSWORD: secrets.minioRoot.secretKey,
      MINIO_BROWSER_REDIRECT_URL: `https://minio.local:${ports.https}`,
      MINIO_UPDATE: 'off',
    },
    ready: () => responds(`${addresses.minio.url}/minio/health/ready`),
    graceMs: 10_000,
    shows: (line) => /error|fatal/i.test(line),
  }
}

/** Creates the publicly readable bucket and the products service's user, once per data folder. */
export async function prepareBucket({ data, ports, tools, secrets, addresses }: Shop) {
  const done = join(data, 'minio-prepared')
  if (existsSync(done)) return
  const { bucket } = addresses.minio
  const { accessKey, secretKey } = secrets.minioProducts
  const root = `${secrets.minioRoot.accessKey}:${secrets.minioRoot.secretKey}`
  const mc = async (args: readonly string[], input = '') => {
    const { ok, out } = await exec(
      [tools.mc ?? 'mc', '--quiet', '--config-dir', join(data, 'mc'), ...args],
      { env: { MC_HOST_shop: `http://${root}@127.0.0.1:${ports.minio}` }, input },
    )
    if (!ok) throw new StackFailure(`mc ${args.slice(0, 3).join(' ')}: ${lastLines(out)}`)
  }
  await mc(['mb', '--ignore-existing', `shop/${bucket}`])
  const everybody = policyFile(data, 'everybody', bucket, ['s3:GetObject'], { AWS: ['*'] })
  await mc(['anonymous', 'set-json', everybody, `shop/${bucket}`])
  const products = policyFile(data, 'products', bucket, PRODUCTS_MAY)
  await mc(['admin', 'policy', 'create', 'shop', 'products', products])
  await mc(['admin', 'user', 'add', 'shop'], `${accessKey}\n${secretKey}\n`)
  await mc(['admin', 'policy', 'attach', 'shop', 'products', '--user', accessKey])
  writeFileSync(done, '')
}

const PRODUCTS_MAY = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']

function policyFile(
  data: string,
  name: string,
  bucket: string,
  actions: readonly string[],
  principal?: { AWS: string[] },
): string {
  const path = join(data, `minio-policy-${name}.json`)
  const statement = {
    Effect: 'Allow',
    ...(principal === undefined ? {} : { Principal: principal }),
    Action: actions,
    Resource: [`arn:aws:s3:::${bucket}/*`],
  }
  writeFileSync(path, JSON.stringify({ Version: '2012-10-17', Statement: [statement] }))
  return path
}
