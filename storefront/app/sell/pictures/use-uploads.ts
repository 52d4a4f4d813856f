import { createContext, useContext, useSyncExternalStore } from 'react'
import type { UploadQueue } from './upload-queue.ts'
import { NO_UPLOADS } from './uploads.ts'

/** The pictures that are on their way, whichever page of the desk is open. */
export const UploadContext = createContext<UploadQueue | null>(null)

/** The queue, and what is in it for one product. */
export function useUploads(product: string) {
  const queue = useContext(UploadContext)
  if (queue === null) throw new Error('There is no queue of uploads here')
  const { list, told } = useSyncExternalStore(queue.subscribe, queue.now, () => NO_UPLOADS)
  return { queue, told, uploads: list.filter((upload) => upload.product === product) }
}
