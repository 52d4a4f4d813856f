/** Who runs the shop: the sender of its mails, and the zone of times that do not know their reader's. */
export const SHOP = {
  name: 'Corner',
  address: '1 Market Square, Portland, ME 04101',
  country: 'US',
  timeZone: 'America/New_York',
} as const
