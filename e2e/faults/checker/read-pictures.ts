import { createLimit } from '@shop/shared/async'
import { readStack } from '@shop/shared/testing'

const AT_ONCE = 32

/** Finds which files are not in the bucket; what was there once is not asked for again. */
export function createPictureReader() {
  const there = new Set<string>()
  return async (keys: readonly string[]): Promise<Set<string>> => {
    const { url, bucket } = (await readStack()).minio
    const limit = createLimit(AT_ONCE)
    const unknown = [...new Set(keys)].filter((key) => !there.has(key))
    const asked = unknown.map((key) =>
      limit(async () => {
        const { ok } = await fetch(`${url}/${bucket}/${key}`, { method: 'HEAD' })
        if (ok) there.add(key)
      }),
    )
    await Promise.all(asked)
    return new Set(unknown.filter((key) => !there.has(key)))
  }
}
