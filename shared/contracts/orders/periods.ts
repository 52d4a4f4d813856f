// Apart from the schemas: pages load these without a validator.
const DAY_MS = 24 * 3600 * 1000

/** How long after its delivery a parcel can be given back. */
export const RETURN_LIFE_MS = 30 * DAY_MS

/** How long after the delivery a return cannot be refused: the right of withdrawal. */
export const WITHDRAWAL_MS = 14 * DAY_MS

/** After this time without an answer, a return is accepted. */
export const ANSWER_MS = 7 * DAY_MS

/** After this time, a sent parcel counts as delivered. */
export const DELIVERY_MS = 14 * DAY_MS

/** How long after the delivery its seller sees the address of a parcel. */
export const ADDRESS_LIFE_MS = 90 * DAY_MS

/** How often the tracking of a sent parcel can be corrected. */
export const MAX_CORRECTIONS = 5

/** Returns of one order. */
export const MAX_RETURNS = 20

/** Refunds of one order. */
export const MAX_REFUNDS = 50
