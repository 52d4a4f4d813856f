import type { MessageResponse, OrderResponse } from '@shop/shared/contracts'

/** A step of a sale, in milliseconds since the card was approved. */
export interface SaleStep {
  name: string
  from: number
  /** Absent while it has not ended. */
  to?: number
}

type What = OrderResponse['timeline'][number]['what']

/** How long the shop took for each step of a sale since the card was approved; nothing before. */
export function saleSteps(
  { timeline }: Pick<OrderResponse, 'timeline'>,
  messages: readonly MessageResponse[],
): SaleStep[] {
  const timeOf = (what: What) => millisecondsOf(timeline.find((entry) => entry.what === what)?.at)
  const [approved, reserved, paid] = (['authorized', 'reserved', 'complete'] as const).map(timeOf)
  if (approved === undefined) return []
  const receipt = messages.find(({ kind }) => kind === 'receipt')
  const steps = [
    { name: 'Reserve the items', from: approved, to: reserved },
    { name: 'Charge the card', from: reserved, to: paid },
    {
      name: 'Mail the receipt',
      from: millisecondsOf(receipt?.queuedAt),
      to: millisecondsOf(receipt?.endedAt),
    },
  ]
  return steps.flatMap(({ name, from, to }) => {
    if (from === undefined) return []
    return [{ name, from: from - approved, ...(to !== undefined && { to: to - approved }) }]
  })
}

/** Seconds with as many digits as a person needs. */
export function secondsText(milliseconds: number): string {
  const seconds = milliseconds / 1000
  return `${seconds.toFixed(seconds < 10 ? 2 : 0)} s`
}

const millisecondsOf = (at: string | undefined) => (at === undefined ? undefined : Date.parse(at))
