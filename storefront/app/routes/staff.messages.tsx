import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MessageState } from '@shop/shared/contracts'
import { requireStaff } from '../api/session.server.ts'
import { listMessages, sendAgain } from '../api/staff.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { textOf } from '../forms/parse-form.ts'
import { count, pageTitle } from '../lib/words.ts'
import { backToList } from '../staff/back-to-list.server.ts'
import { Done } from '../staff/done.tsx'
import { messageQuery } from '../staff/message-query.server.ts'
import { MessageTable } from '../staff/message-table.tsx'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Pages } from '../ui/pages.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import { Tabs } from '../ui/tabs.tsx'

const PATH = '/staff/messages'

export const meta = () => [{ title: pageTitle('Messages') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireStaff(context.api)
  const { q, state, isSearchable, cursor } = messageQuery(request)
  const page = isSearchable
    ? await listMessages(context.api, { q, state }, cursor)
    : { items: [], nextCursor: null, isFirst: true }
  return data({ q, state, isSearchable, ...page })
}

export const action = formAction(async ({ api, form, request }) => {
  await requireStaff(api)
  await sendAgain(api, textOf(form, 'id'))
  throw backToList(request, 'send')
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function Messages() {
  const { q, state, isSearchable, items, nextCursor, isFirst } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const at = (wanted: string) => {
    const params = new URLSearchParams({ ...(q && { q }), ...(wanted && { state: wanted }) })
    return params.size === 0 ? PATH : `${PATH}?${params}`
  }
  const states = MessageState.options.map((each) => [at(each), NAMES[each]] as const)
  return (
    <>
      <div>
        <h1>Messages</h1>
        <p className="muted">Every email of the last 60 days.</p>
      </div>
      <Done />
      <FaultNotice fault={fault} />
      <SearchForm action={PATH} name="Messages" label="Email or order id" q={q} kept={{ state }} />
      <Tabs label="Messages by state" tabs={[[at(''), 'All'], ...states]} current={at(state)} />
      <p className="sr" role="status">
        {count(items.length, 'message')} shown
      </p>
      {items.length === 0 ? (
        <p className="muted">{emptyText(q, isSearchable)}</p>
      ) : (
        <section className="card" aria-label="Messages">
          <MessageTable messages={items} />
        </section>
      )}
      <Pages what="messages" filters={{ q, state }} nextCursor={nextCursor} isFirst={isFirst} />
    </>
  )
}

const NAMES = { Queued: 'Queued', Sent: 'Sent', Failed: 'Failed', Dropped: 'Not sent' } as const

function emptyText(q: string, isSearchable: boolean): string {
  if (!isSearchable) return 'Search by a whole email address or the id of an order.'
  return q === '' ? 'No messages.' : `No message matches “${q}”.`
}
