import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CASE_STATUSES } from '@shop/shared/contracts'
import { listCases } from '../api/moderation.server.ts'
import { requireStaff } from '../api/session.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { pageTitle } from '../lib/words.ts'
import { CASE_NAMES, CASES_EMPTY } from '../staff/case-words.ts'
import { Case } from '../staff/case.tsx'
import { decide } from '../staff/decide.server.ts'
import { Done } from '../staff/done.tsx'
import { Pages } from '../ui/pages.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useEntryHeading } from '../ui/use-entry-heading.ts'

const PATH = '/staff/reports'

export const meta = () => [{ title: pageTitle('Reported products') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireStaff(context.api)
  const { searchParams } = new URL(request.url)
  const wanted = searchParams.get('status')
  const status = CASE_STATUSES.find((known) => known === wanted) ?? 'open'
  const page = await listCases(context.api, status, searchParams.get('cursor') || null)
  return data({ status, ...page })
}

export const action = formAction(decide)

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function Reports() {
  const { status, items, counts, nextCursor, isFirst } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const heading = useEntryHeading()
  const tabs = CASE_STATUSES.map(
    (each) => [`${PATH}?status=${each}`, CASE_NAMES[each], counts[each]] as const,
  )
  return (
    <>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          Reported products
        </h1>
        <p className="muted">The seller never learns who reported a product.</p>
      </div>
      <Done />
      <Tabs label="Reports by state" tabs={tabs} current={`${PATH}?status=${status}`} />
      {items.length === 0 ? (
        <p className="muted">{CASES_EMPTY[status]}</p>
      ) : (
        <ul className="stack g5">
          {items.map((one) => (
            <Case
              key={one.product.id}
              found={one}
              fault={fault?.values['id'] === one.product.id ? fault : undefined}
            />
          ))}
        </ul>
      )}
      <Pages what="reports" filters={{ status }} nextCursor={nextCursor} isFirst={isFirst} />
    </>
  )
}
