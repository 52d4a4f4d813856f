import type { ProductResponse } from '@shop/shared/contracts'
import type { Api } from '../../api/client.server.ts'
import { editedOf, saveProduct } from './save-product.server.ts'

const at = '2026-11-23T09:42:00.000Z'

const TEAPOT: ProductResponse = {
  id: 'a'.repeat(24),
  title: 'Teapot',
  description: 'Holds four cups.',
  category: 'kitchen',
  price: 42.5,
  quantity: 14,
  available: 13,
  imageUrl: null,
  images: [],
  userId: 'b'.repeat(24),
  archived: false,
  version: 3,
  createdAt: at,
  updatedAt: at,
}

export function refusal(status: number, code: string, field?: string): Error {
  const errors = [{ message: 'No', ...(field !== undefined && { field }) }]
  const problem = { type: `/problems/${code}`, detail: 'No', errors }
  return Object.assign(new Error('No'), { name: 'ApiRefusal', status, problem })
}

/** A products service in memory with one product, and a seller who edits it. */
export function createEditing() {
  let product = TEAPOT
  const writes: string[][] = []

  function change(fields: Partial<ProductResponse>): void {
    product = { ...product, ...fields }
  }

  /** `before` runs before each write. */
  function serviceWith(before: () => void = () => {}): Api {
    const call = async (_: string, __: string, ___: unknown, options?: { json?: object }) => {
      if (options?.json === undefined) return product
      before()
      const { version, ...fields } = options.json as { version: number }
      writes.push(Object.keys(fields))
      if (version !== product.version) throw refusal(409, 'version-conflict')
      change({ ...fields, version: version + 1 })
      return product
    }
    return { call } as unknown as Api
  }

  async function formOf(changes: Record<string, string>): Promise<FormData> {
    const { title, description, category, seen } = await editedOf(product)
    const form = new FormData()
    const texts = { title, description, category: category ?? '', price: '42.50', seen, ...changes }
    for (const [name, value] of Object.entries(texts)) form.set(name, value)
    return form
  }

  return {
    writes,
    change,
    serviceWith,
    formOf,
    current: () => product,
    save: (form: FormData, api = serviceWith(), read = product) => saveProduct(api, read, form),
  }
}
