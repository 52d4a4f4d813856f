import { createLimit } from '@shop/shared/async'
import { readStack } from '@shop/shared/testing'

const AT_ONCE = 32

/** Finds the files missing from the bucket; each found file is requested once. */
export function createPictureReader() {
  const found = new Set<string>()
  return async (keys: readonly string[]): Promise<Set<string>> => {
    const { url, bucket } = (await readStack()).minio
    const limit = createLimit(AT_ONCE)
    const unknown = [...new Set(keys)].filter((key) => !found.has(key))
    const requests = unknown.map((key) =>
      limit(async () => {
        // Its bytes, too: where names and bytes are stored apart, HEAD finds a file whose bytes are lost.
        const response = await fetch(`${url}/${bucket}/${key}`)
        await response.bytes()
        if (response.ok) found.add(key)
      }),
    )
    await Promise.all(requests)
    return new Set(unknown.filter((key) => !found.has(key)))
  }
}
