import { data } from '@remix-run/node'
import { dismissReports, moderate } from '../api/moderation.server.ts'
import { requireStaff } from '../api/session.server.ts'
import type { FormArgs } from '../forms/form-action.server.ts'
import { parseForm } from '../forms/parse-form.ts'
import { backToList } from './back-to-list.server.ts'
import { CaseForm } from './forms.ts'

/** Does what a form of a list of products asks for. */
export async function decide({ api, form, request }: FormArgs) {
  await requireStaff(api)
  const { output, fault } = parseForm(CaseForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  if (output.act === 'dismiss') await dismissReports(api, output.id)
  else await moderate(api, output.id, output.act, output.reason)
  throw backToList(request, output.act)
}
