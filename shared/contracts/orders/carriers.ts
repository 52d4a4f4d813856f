import type { Carrier } from './after-sale.ts'

interface CarrierInfo {
  name: string
  /** The page of a parcel, without its tracking number. */
  track: string
}

/** The carriers by their name in the API; `other` has no page of its own. */
const CARRIERS_INFO: Record<Exclude<Carrier, 'other'>, CarrierInfo> = {
  ups: { name: 'UPS', track: 'https://www.ups.com/track?tracknum=' },
  fedex: { name: 'FedEx', track: 'https://www.fedex.com/fedextrack/?trknbr=' },
  usps: { name: 'USPS', track: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=' },
  dhl: {
    name: 'DHL',
    track: 'https://www.dhl.com/us-en/home/tracking.html?submit=1&tracking-id=',
  },
  gls: { name: 'GLS', track: 'https://gls-group.com/track/' },
  dpd: { name: 'DPD', track: 'https://www.dpdgroup.com/mydpd/my-parcels/search?parcelNumber=' },
  'royal-mail': {
    name: 'Royal Mail',
    track: 'https://www.royalmail.com/track-your-item#/tracking-results/',
  },
  'la-poste': { name: 'La Poste', track: 'https://www.laposte.fr/outils/suivre-vos-envois?code=' },
}

/** The carrier as people know it; undefined for `other`. */
export function carrierName(carrier: Carrier): string | undefined {
  return carrier === 'other' ? undefined : CARRIERS_INFO[carrier].name
}

/** The carrier's page about a parcel; undefined without a tracking number or for `other`. */
export function trackingUrl(carrier: Carrier, tracking: string | undefined): string | undefined {
  if (carrier === 'other' || tracking === undefined) return undefined
  return `${CARRIERS_INFO[carrier].track}${encodeURIComponent(tracking)}`
}
