import type { Log } from '@shop/shared/log'
import type { HiddenProducts } from '../moderation/hidden-products.ts'
import type { ProductRepository } from '../product-repository.ts'
import type { SellerCopy } from '../seller-copy.ts'
import type { ImportRecord } from './import-model.ts'
import type { ImportRepository } from './import-repository.ts'
import { writeRows } from './write-rows.ts'

const BATCH = 50

interface RunnerDeps {
  imports: ImportRepository
  products: ProductRepository
  sellers: SellerCopy
  hidden: HiddenProducts
  log: Log
}

/** Writes the rows of imports in the background. */
export class ImportRunner {
  readonly #deps: RunnerDeps
  readonly #running = new Set<Promise<void>>()
  #isStopped = false

  constructor(deps: RunnerDeps) {
    this.#deps = deps
  }

  /** Begins or continues an import; a sweeper continues it when this fails. */
  start(record: ImportRecord): void {
    const { log } = this.#deps
    const run = this.#run(record).catch((error: unknown) => {
      log.warn({ error, importId: record._id }, 'import interrupted; a sweeper continues it')
    })
    this.#running.add(run)
    void run.finally(() => this.#running.delete(run))
  }

  /** Continues an import whose process died. */
  async sweep(): Promise<void> {
    for (;;) {
      const left = await this.#deps.imports.claim()
      if (left === null) return
      this.start(left)
    }
  }

  /** Stops after the rows that are being written. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await Promise.all(this.#running)
  }

  async #run(record: ImportRecord): Promise<void> {
    const { rows = [] } = record
    for (let { done } = record; done < rows.length; done += BATCH) {
      if (this.#isStopped) return this.#deps.imports.release(record)
      const batch = rows.slice(done, done + BATCH)
      const failed = await writeRows(this.#deps.products, record, batch)
      await this.#hideIfBlocked(record)
      // failpoint: products.betweenImportBatches
      if (!(await this.#deps.imports.advance(record, done, batch.length, failed))) return
    }
  }

  /** The seller may have been blocked since the import began. */
  async #hideIfBlocked({ userId }: ImportRecord): Promise<void> {
    const { sellers, hidden } = this.#deps
    if ((await sellers.find(userId)).blocked) await hidden.setBlocked(userId, true)
  }
}
