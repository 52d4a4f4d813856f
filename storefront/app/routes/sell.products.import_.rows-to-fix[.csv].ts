import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { MAX_UPLOAD_BYTES } from '@shop/shared/contracts'
import { openProblems } from '../api/imports.server.ts'
import { requireUser } from '../api/session.server.ts'
import { faultText, textOf } from '../forms/parse-form.ts'
import { readForm } from '../forms/read-form.server.ts'
import { faultOf, statusOf } from '../forms/refusals.server.ts'

/** The list of a file's bad rows. The file is sent again: a list of 5,000 rows is too long for an address. */
export async function action({ context, request }: ActionFunctionArgs) {
  await requireUser(context.api, request)
  const form = await readForm(request, MAX_UPLOAD_BYTES)
  try {
    const { body, headers } = await openProblems(context.api, textOf(form, 'csv'))
    return new Response(body, { headers: ofFile(headers) })
  } catch (error) {
    return new Response(faultText(faultOf(error, form)), {
      status: statusOf(error),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
}

const ofFile = (headers: Headers) =>
  ['content-type', 'content-disposition'].map((name): [string, string] => [
    name,
    headers.get(name) ?? '',
  ])

export const loader = () => redirect('/sell/products/import')
