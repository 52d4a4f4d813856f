import type { OrderResponse } from '@shop/shared/contracts'
import type { Status } from './badge.tsx'

type Parcel = OrderResponse['parcels'][number]

const STATUSES: Record<Parcel['status'], Status> = {
  ToSend: { text: 'To send', kind: 'warn', icon: 'box' },
  Sent: { text: 'Sent', kind: 'info', icon: 'truck' },
  Delivered: { text: 'Delivered', kind: 'ok', icon: 'check' },
  Cancelled: { text: 'Canceled', kind: 'danger', icon: 'close' },
}

export function parcelStatus(status: Parcel['status']): Status {
  return STATUSES[status]
}

/** What all parcels of a paid order say together. */
export function parcelsStatus(parcels: Pick<Parcel, 'status'>[]): Status {
  const live = parcels.filter(({ status }) => status !== 'Cancelled')
  const [first] = live
  if (first === undefined)
    return parcels.length === 0
      ? { text: 'Complete', kind: 'ok', icon: 'check' }
      : { text: 'Given back', kind: 'info', icon: 'return' }
  if (live.every(({ status }) => status === first.status)) return parcelStatus(first.status)
  const sent = live.filter(({ status }) => status !== 'ToSend').length
  if (sent === live.length) return parcelStatus('Sent')
  return { text: `${sent} of ${live.length} parcels sent`, kind: 'info', icon: 'truck' }
}
