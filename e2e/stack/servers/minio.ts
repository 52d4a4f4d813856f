import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { responds } from '../system/until.ts'

/** MinIO with root keys of its own, which no service knows. */
export function minio({ data, ports, secrets, addresses }: Shop, program: string): ChildSpec {
  const folder = join(data, 'minio')
  mkdirSync(folder, { recursive: true })
  return {
    name: 'minio',
    command: [
      [program, 'server', folder, '--quiet'],
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
