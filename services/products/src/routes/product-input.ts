import {
  AddPictureForm,
  MAX_PICTURE_BYTES,
  MAX_UPLOAD_BYTES,
  ShopError,
  invalid,
} from '@shop/shared/contracts'
import { limitBody, parseInput, validJson, type AppEnv } from '@shop/shared/http'
import type { Context, Input } from 'hono'
import { createMiddleware } from 'hono/factory'
import type * as v from 'valibot'

type Schema = v.StrictObjectSchema<v.ObjectEntries, undefined>
type Valid<S extends Schema> = Input & { in: object; out: { json: v.InferOutput<S> } }
type PictureEnv = AppEnv & { Variables: { image?: Uint8Array } }

interface Form {
  fields: Record<string, unknown>
  image?: Uint8Array
}

const limitForm = limitBody(MAX_UPLOAD_BYTES)
const limitJson = limitBody()
const NUMBERS = new Set(['price', 'quantity', 'version'])

const isForm = (c: Context) => /^multipart\/form-data\s*;/i.test(c.req.header('content-type') ?? '')

/** Limits the body: 6 MiB for multipart, else 64 KiB. */
export const limitProduct = createMiddleware<AppEnv>((c, next) =>
  (isForm(c) ? limitForm : limitJson)(c, next),
)

/** Parses a product's fields from JSON, or from multipart with a picture as `c.get('image')`. */
export function validProduct<S extends Schema>(schema: S) {
  const json = validJson(schema)
  return createMiddleware<PictureEnv, string, Valid<S>>(async (c, next) => {
    if (!isForm(c)) return json(c, next)
    const { fields, image } = await readForm(await formDataOf(c), schema.entries)
    c.req.addValidatedData('json', parseInput(schema, fields) as object)
    if (image !== undefined) c.set('image', image)
    return next()
  })
}

interface ValidPicture extends Input {
  in: object
  out: { form: AddPictureForm & { image: Uint8Array } }
}

/** Parses the form of a picture; the handler reads it by `c.req.valid('form')`. */
export const validPicture = createMiddleware<AppEnv, string, ValidPicture>(async (c, next) => {
  if (!isForm(c))
    throw new ShopError('unsupported-media-type', 'The body must be multipart/form-data')
  const { fields, image } = await readForm(await formDataOf(c), AddPictureForm.entries)
  const { alt } = parseInput(AddPictureForm, fields)
  if (image === undefined) throw invalid('Choose a picture', 'image')
  c.req.addValidatedData('form', { alt, image })
  await next()
})

async function formDataOf(c: Context): Promise<FormData> {
  try {
    return await c.req.formData()
  } catch {
    throw new ShopError('malformed-body', 'The body is not valid multipart/form-data')
  }
}

async function readForm(data: FormData, entries: v.ObjectEntries): Promise<Form> {
  const form: Form = { fields: {} }
  for (const name of new Set(data.keys())) {
    const [value = '', ...others] = data.getAll(name)
    if (others.length > 0) throw invalid('Must be given only once', name)
    if (name === 'image') Object.assign(form, await readImage(value))
    else if (!Object.hasOwn(entries, name)) throw invalid('Unknown field', name)
    else form.fields[name] = fieldOf(name, value)
  }
  return form
}

/** Form fields are strings; one that is not a number stays a string, which the schema refuses. */
function fieldOf(name: string, value: File | string): unknown {
  if (typeof value !== 'string') throw invalid('Must be text', name)
  if (name === 'draft' && value === 'true') return true
  return NUMBERS.has(name) && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
}

async function readImage(value: File | string): Promise<Pick<Form, 'image'>> {
  if (typeof value === 'string') throw invalid('Must be a file', 'image')
  // An empty file input: the file has no name.
  if (value.size === 0 && !value.name) return {}
  if (value.size > MAX_PICTURE_BYTES)
    throw new ShopError('payload-too-large', 'The picture must be at most 5 MiB')
  return { image: await value.bytes() }
}
