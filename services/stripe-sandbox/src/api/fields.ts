import * as v from 'valibot'
import { isReturnUrl } from '../rules/return-url.ts'

/*
 * Parameters arrive as text. A message of the form `code: Text` sets the error's code;
 * `api/parameters.ts` turns both into Stripe's error object.
 */

/** A non-empty text: for Stripe an empty one means "unset". */
export const text = v.pipe(
  v.string('Invalid string: must be a string'),
  v.minLength(
    1,
    'parameter_invalid_empty: You passed an empty string for a parameter that cannot be unset. Remove it from your request or supply a non-empty value.',
  ),
  v.maxLength(5000, 'Invalid string: must be at most 5000 characters'),
)

/** A URL to send a browser back to. */
export const webAddress = v.pipe(text, v.check(isReturnUrl, 'url_invalid: Not a valid URL'))

export const integer = v.pipe(
  v.string('parameter_invalid_integer: Invalid integer'),
  v.regex(/^-?\d{1,15}$/, ({ input }) => `parameter_invalid_integer: Invalid integer: ${input}`),
  v.transform(Number),
)

export const boolean = v.pipe(
  v.string('Invalid boolean'),
  v.regex(/^(true|false)$/, ({ input }) => `Invalid boolean: ${input}`),
  v.transform((input) => input === 'true'),
)

export function oneOf<const T extends string>(...words: T[]) {
  return v.picklist(words, `Invalid value: must be one of ${words.join(', ')}`)
}

/** A list, sent as `name[]=…` or `name[0]=…`. */
export function listOf<T>(item: v.GenericSchema<unknown, T>) {
  return v.pipe(
    v.record(v.pipe(v.string(), v.digits()), v.unknown(), 'Invalid array'),
    v.transform((entries) => Object.values(entries)),
    v.array(item),
  )
}

/** An object without unknown parameters. */
export function group<E extends v.ObjectEntries>(entries: E) {
  return v.strictObject(entries, 'Invalid object')
}

/** The parameters of a call, with those that every call accepts. */
export function parameters<E extends v.ObjectEntries>(entries: E) {
  return group({ ...entries, expand: v.exactOptional(listOf(text)) })
}

const metadataValue = v.pipe(
  v.string('Invalid metadata: values must be strings'),
  v.maxLength(500, 'Metadata values can have up to 500 characters.'),
)
const metadataKey = v.pipe(
  v.string(),
  v.maxLength(40, 'Metadata keys can have up to 40 characters.'),
)

const noMetadata = v.literal('')
const someMetadata = v.record(metadataKey, metadataValue, 'Invalid object')

/** Metadata; an empty value removes a key, an empty text removes all. */
export const metadata = v.lazy((input) => (input === '' ? noMetadata : someMetadata))

export type MetadataChange = v.InferOutput<typeof metadata>

export function changeMetadata(
  before: Record<string, string>,
  change: MetadataChange | undefined,
): Record<string, string> {
  if (change === '') return {}
  const merged = Object.entries({ ...before, ...change })
  return Object.fromEntries(merged.filter(([, value]) => value !== ''))
}

/** A text that defaults to null. */
export const orNull = v.optional(v.nullable(v.string()), null)

export const address = group({
  city: orNull,
  country: orNull,
  line1: orNull,
  line2: orNull,
  postal_code: orNull,
  state: orNull,
})

export const recipient = group({ address, name: text, phone: orNull })

export const shipping = group({ ...recipient.entries, carrier: orNull, tracking_number: orNull })
