import { Types } from 'mongoose'
import { withDatabases } from '../../tools/stack-databases.ts'
import type { Count } from './count.ts'

/** Orders that the shop reported as placed, paid or cancelled: in the end they must be. */
export class Acknowledgements {
  readonly #placed = new Set<string>()
  readonly #paid = new Set<string>()
  readonly #cancelled = new Set<string>()

  placed(orderId: string): void {
    this.#placed.add(orderId)
  }

  paid(orderId: string): void {
    this.#paid.add(orderId)
  }

  cancelled(orderId: string): void {
    this.#cancelled.add(orderId)
  }

  /** Compares the reported with the stored states. */
  async counts(): Promise<Count[]> {
    const status = await statuses()
    const broken = [
      ...[...this.#placed].filter((id) => !status.has(id)),
      ...[...this.#cancelled].filter((id) => status.get(id) !== 'Cancelled'),
      ...[...this.#paid].filter((id) => !this.#cancelled.has(id) && status.get(id) !== 'Complete'),
    ]
    const reported = this.#placed.size + this.#paid.size + this.#cancelled.size
    return [{ what: `broken acknowledgements, of ${reported}`, seen: broken.length, goal: 0 }]
  }
}

function statuses(): Promise<Map<string, string>> {
  return withDatabases(['orders'], async ({ orders }) => {
    const found = orders
      .collection<{ _id: Types.ObjectId; status: string }>('orders')
      .find({}, { projection: { status: 1 } })
    const map = new Map<string, string>()
    for await (const { _id, status } of found) map.set(_id.toString(), status)
    return map
  })
}
