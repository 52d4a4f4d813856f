import { data } from '@remix-run/server-runtime'
import type { Api } from '../api/client.server.ts'
import { isRefusal } from '../api/client.server.ts'
import { listProducts } from '../api/products.server.ts'
import { refusedForm, type FormFault } from './forms.ts'
import { faultOf } from './refusals.server.ts'
import { safePath } from './safe-path.ts'
import { waitText } from './wait.ts'

const PICTURES = 9

/** Where somebody goes on who has signed in: where they came from. */
export function nextOf(request: Request): string {
  return safePath(new URL(request.url).searchParams.get('next'), '/')
}

/** Pictures for the wall beside the form; none are missed if they do not come. */
export async function wallPictures(api: Api): Promise<string[]> {
  try {
    const { items } = await listProducts(api, new URLSearchParams({ limit: '24' }))
    return items.flatMap(({ imageUrl }) => imageUrl ?? []).slice(0, PICTURES)
  } catch {
    return []
  }
}

/** Answers a form that was refused and whose tries are counted. */
export function refuse(
  error: unknown,
  form: FormData,
  inOurWords: (fault: FormFault) => FormFault,
) {
  if (isRefusal(error) && error.status === 429)
    return data(refusedForm(form, { message: waitText(error.retryAfter ?? 1) }), { status: 429 })
  return data(inOurWords(faultOf(error, form)), { status: 400 })
}
