import type { Send } from './send.ts'
import {
  NEW,
  NO_UPLOADS,
  begun,
  described,
  ended,
  nextOf,
  progressed,
  shrinking,
  withFiles,
  type Change,
  type Upload,
  type Uploads,
} from './uploads.ts'

/** Pictures that go out one after the other, as the service takes them. */
export function createUploadQueue(send: Send) {
  const { now, show, subscribe, change } = createStore()
  const { run, stop } = createRunner({ now, show, subscribe, change }, send)

  function setReady(product: string, isReady: boolean): void {
    const { list, told } = now()
    const set = (upload: Upload) =>
      upload.product === product && upload.altError === undefined ? { ...upload, isReady } : upload
    show({ list: list.map(set), told })
  }

  return {
    now,
    subscribe,
    add(product: string, files: Iterable<File>, room: number): void {
      show(withFiles(now(), product, files, room))
    },
    describe(key: string, alt: string): void {
      change(key, () => [described(alt)])
    },
    remove(key: string): void {
      stop(key)
      const { list, told } = now()
      show({ list: list.filter((upload) => upload.key !== key), told })
    },
    retry(key: string): void {
      change(key, () => [{ state: 'waiting', percent: 0, isReady: true }])
      void run()
    },
    /** Keeps the pictures of a product back that have not left. */
    hold: (product: string): void => setReady(product, false),
    /** Lets the pictures of a product go, once it is there. */
    release(product: string): void {
      setReady(product, true)
      void run()
    },
    /** The product is there for which pictures were released. */
    assign(product: string): void {
      const { list, told } = now()
      const isMeant = (upload: Upload) => upload.product === NEW && upload.isReady
      if (!list.some(isMeant)) return
      show({ list: list.map((each) => (isMeant(each) ? { ...each, product } : each)), told })
      void run()
    },
    /** Forgets what a product shows by now. */
    forgetDone(product: string): void {
      const { list, told } = now()
      const isGone = (upload: Upload) => upload.product === product && upload.state === 'done'
      if (list.some(isGone)) show({ list: list.filter((upload) => !isGone(upload)), told })
    },
  }
}

export type UploadQueue = ReturnType<typeof createUploadQueue>

type Store = ReturnType<typeof createStore>

function createStore() {
  const listeners = new Set<() => void>()
  let uploads = NO_UPLOADS

  function show(next: Uploads): void {
    uploads = next
    for (const listener of listeners) listener()
  }

  return {
    show,
    now: (): Uploads => uploads,
    subscribe(this: void, listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change(this: void, key: string, decide: (upload: Upload) => Change): void {
      let { told } = uploads
      const list = uploads.list.map((upload) => {
        if (upload.key !== key) return upload
        const [part, news = told] = decide(upload)
        told = news
        return { ...upload, ...part }
      })
      show({ list, told })
    },
  }
}

function createRunner({ now, change }: Store, send: Send) {
  const aborters = new Map<string, AbortController>()
  let isRunning = false

  async function upload({ key, file, product, alt }: Upload): Promise<void> {
    const aborter = new AbortController()
    aborters.set(key, aborter)
    change(key, begun)
    const sent = await send(
      { productId: product, file, alt: alt.trim() },
      {
        signal: aborter.signal,
        onShrink: () => change(key, shrinking),
        onProgress: (percent) => change(key, (before) => progressed(before, percent)),
      },
    )
    aborters.delete(key)
    change(key, (before) => ended(before, sent))
  }

  return {
    async run(this: void): Promise<void> {
      if (isRunning) return
      isRunning = true
      for (let next = nextOf(now()); next !== undefined; next = nextOf(now())) await upload(next)
      isRunning = false
    },
    stop(this: void, key: string): void {
      aborters.get(key)?.abort()
    },
  }
}
