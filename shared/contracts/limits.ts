/** Events hold personal data, so a broker keeps each for 8 days; milliseconds. */
export const EVENTS_KEPT_MS = 8 * 24 * 3_600_000

/** Length of a password, in characters. */
export const PASSWORD_LENGTH = { min: 8, max: 128 } as const

/** Characters of a display name. */
export const MAX_NAME = 60

/** Characters of what a seller says about the shop. */
export const MAX_ABOUT = 1000

/** Characters of the address that returns go to. */
export const MAX_RETURN_ADDRESS = 300

/** Characters of a product's title. */
export const MAX_TITLE = 200

/** Characters of a product's description. */
export const MAX_DESCRIPTION = 5000

/** Characters of a search: every title and every email address fits. */
export const MAX_SEARCH = 254

/** Characters of a line of an address. */
export const MAX_ADDRESS_LINE = 100

/** Characters of a postal code. */
export const MAX_POSTAL_CODE = 20

/** Units of one product that its seller can have in stock. */
export const MAX_STOCK = 1_000_000

/** Units at which a seller wants to be reminded, at most. */
export const MAX_LOW_STOCK = 1000

/** Units of one product in a line of a cart or an order. */
export const MAX_PER_LINE = 99

/** Lines of a cart or an order. */
export const MAX_LINES = 50

/** Pictures of a product; lists show the first. */
export const MAX_PICTURES = 8

/** Widths that each picture is stored in; URLs name the largest. */
export const PICTURE_WIDTHS = [1200, 640, 320] as const

/** Characters of the text that describes a picture. */
export const MAX_ALT = 200

/** Bytes of a picture's file. */
export const MAX_PICTURE_BYTES = 5 * 1024 * 1024

/** Pixels of a picture: a small file may declare far more. */
export const MAX_PICTURE_PIXELS = 25_000_000

/** Pixels of a picture's longer side: decoders keep whole rows, and very tall pictures take long. */
export const MAX_PICTURE_SIDE = 10_000

/** Bytes of a request body. */
export const MAX_BODY_BYTES = 64 * 1024

/** Bytes of a form that holds a picture. */
export const MAX_UPLOAD_BYTES = 6 * 1024 * 1024

/** Characters of a message between a buyer and a seller. */
export const MAX_MESSAGE = 500

/** Products that one bulk change can name. */
export const MAX_BULK = 100

/** Bytes of an imported CSV file. */
export const MAX_IMPORT_BYTES = 2_000_000

/** Rows of an imported CSV file, besides its header. */
export const MAX_IMPORT_ROWS = 5000

/** Items of a page. */
export const MAX_LIMIT = 100

/** Items of a page when the caller names no limit. */
export const DEFAULT_LIMIT = 30

/** Items of the plain array that a request without query parameters gets. */
export const BARE_LIMIT = 100

/** The highest `total` that a list reports. */
export const MAX_TOTAL = 1000

/** The highest number of orders that is counted for a status: there may be more. */
export const MAX_COUNTED = 10_000
