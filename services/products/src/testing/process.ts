import { childEnvironment, cookieOf, newUser, type TestService } from '@shop/shared/testing'
import type { ProductsConfig } from '../config.ts'

/** The service as a separate process on the same servers, database and subjects. */
export async function startProcess({ config, jwtKey }: TestService) {
  const {
    MINIO_URL,
    MINIO_ACCESS_KEY,
    MINIO_SECRET_KEY,
    MINIO_BUCKET,
    MINIO_REGION,
    PUBLIC_MEDIA_URL,
    ...rest
  } = config as ProductsConfig
  const child = Bun.spawn([process.execPath, `${import.meta.dir}/../main.ts`], {
    env: {
      ...childEnvironment(rest),
      MINIO_URL,
      MINIO_ACCESS_KEY,
      MINIO_SECRET_KEY,
      MINIO_BUCKET,
      MINIO_REGION,
      PUBLIC_MEDIA_URL,
    },
    stdout: 'pipe',
    stderr: 'inherit',
  })
  const reader = child.stdout.getReader()
  const { value } = await reader.read()
  reader.releaseLock()
  const { url } = JSON.parse(new TextDecoder().decode(value).split('\n')[0] ?? '')

  return {
    /** Sends JSON to the process once it is ready. */
    async post(path: string, json: object, headers: Record<string, string>, as = newUser()) {
      while ((await fetch(`${url}readyz`)).status !== 200) await Bun.sleep(10)
      const cookie = await cookieOf(as, jwtKey)
      const all = { ...headers, cookie, 'content-type': 'application/json' }
      return fetch(new URL(path, url), {
        method: 'POST',
        headers: all,
        body: JSON.stringify(json),
      })
    },

    /** Ends the process as a deployment does; returns its exit code. */
    stop(): Promise<number> {
      child.kill('SIGTERM')
      return child.exited
    },

    /** Ends the process as a crash does. */
    async kill(): Promise<void> {
      child.kill('SIGKILL')
      await child.exited
    },
  }
}
