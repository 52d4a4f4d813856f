import { expect } from 'bun:test'
import { Schema, type Connection, type Model } from 'mongoose'
import { createDatabase, openDatabase } from '../../db/index.ts'
import { createLog } from '../../log/index.ts'
import { eventually, readStack, testDatabaseUrl } from '../../testing/index.ts'
import { Relay, event, hasOutbox, outboxOf, type OutboxEntry, type OutboxSource } from '../index.ts'
import type { listen } from './listen.ts'

export interface Thing {
  _id: string
  version: number
}

type Bus = Awaited<ReturnType<typeof listen>>['bus']

const log = createLog('test', 'silent')

export const thingSchema: Schema = new Schema(
  { _id: String, version: Number },
  { versionKey: false },
)
thingSchema.plugin(hasOutbox)

export const cancelled = (id: string) =>
  event('order:cancelled', { id, version: 1, reason: 'user' })

/** A database with documents that have outboxes, and relays for it. */
export class Things {
  readonly db: Connection = createDatabase()
  readonly model: Model<Thing> = this.db.model<Thing>('Thing', thingSchema, 'things')
  readonly #relays: Relay[] = []

  async open(): Promise<void> {
    const stack = await readStack()
    const name = `test_outbox_${crypto.randomUUID().slice(0, 8)}`
    await openDatabase(this.db, testDatabaseUrl(stack.mongo.admin, name), log)
  }

  async close(): Promise<void> {
    await this.db.dropDatabase()
    await this.db.close()
  }

  startRelay(bus: Bus, sources: OutboxSource[] = [this.#source()]): Relay {
    const relay = new Relay({ sources, bus, log })
    relay.start()
    this.#relays.push(relay)
    return relay
  }

  async stopRelays(): Promise<void> {
    for (const relay of this.#relays.splice(0)) await relay.stop()
  }

  insert(_id: string, ...entries: OutboxEntry[]) {
    return this.model.create({ _id, version: 1, ...outboxOf(...entries) } as never)
  }

  stored(_id: string) {
    return this.model.collection.findOne({ _id: _id as never })
  }

  /** Sets when the poll may publish a document. */
  async dueAt(_id: string, outboxAt: Date): Promise<void> {
    await this.model.collection.updateOne({ _id: _id as never }, { $set: { outboxAt } })
  }

  /** Resolves once nothing of the document is pending. */
  removed(_id: string): Promise<void> {
    return eventually(async () => {
      const left = await this.stored(_id)
      expect(left?.['outbox']).toEqual([])
      expect(left).not.toHaveProperty('outboxAt')
      expect(left).toHaveProperty('lastEventAt')
    })
  }

  #source(): OutboxSource {
    const render = ({ _id, version }: Thing) => ({ id: _id, version })
    return { model: this.model, render }
  }
}
