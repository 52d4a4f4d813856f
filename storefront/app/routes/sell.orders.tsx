import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { shopDay } from '@shop/shared/contracts'
import { useRef } from 'react'
import { listSoldOrders } from '../api/orders.server.ts'
import { requireUser } from '../api/session.server.ts'
import { count, pageTitle } from '../lib/words.ts'
import { FailedNotice } from '../sell/sold-list/failed-notice.tsx'
import { SoldTable } from '../sell/sold-list/table.tsx'
import { emptyText, parseSoldList, soldUrl, tabsOf } from '../sell/sold-list/tabs.ts'
import { waitingText } from '../sell/waiting.ts'
import { Pages } from '../ui/pages.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useFocusAfterChange } from '../ui/use-focus-after-change.ts'

const PAGE = 20
const FAILED_SHOWN = 5

export const meta = () => [{ title: pageTitle('Orders for your products') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  await requireUser(api, request)
  const { searchParams } = new URL(request.url)
  const list = parseSoldList(searchParams)
  const { tab, q } = list
  const filters = { ...(tab !== 'all' && { status: tab }), q }
  const page = await listSoldOrders(api, filters, searchParams.get('cursor') || null, PAGE)
  const failed =
    page.counts.failed === 0
      ? []
      : (await listSoldOrders(api, { status: 'failed' }, null, FAILED_SHOWN)).items
  return data({ ...page, list, failed, today: shopDay(new Date()) })
}

export default function SoldOrders() {
  const { items, counts, nextCursor, isFirst, list, failed, today } = useLoaderData<typeof loader>()
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusAfterChange(useLocation().key, () => heading.current)
  return (
    <>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          Orders
        </h1>
        <p className="muted">{waitingText(counts)}</p>
      </div>
      <FailedNotice orders={failed} />
      <SearchForm
        action="/sell/orders"
        name="Your orders"
        label="Order number or product"
        q={list.q}
        kept={list.q === '' ? {} : { status: list.tab }}
      />
      <Tabs label="Orders by status" tabs={tabsOf(list, counts)} current={soldUrl(list)} />
      <p className="sr" role="status">
        {count(items.length, isFirst ? 'order' : 'more order')} shown
      </p>
      {items.length === 0 ? (
        <div className="card empty">
          <p>{emptyText(list)}</p>
          {list.q !== '' && (
            <Link className="btn quiet" to={soldUrl({ ...list, q: '' })}>
              Clear the search
            </Link>
          )}
        </div>
      ) : (
        <section className="card" aria-label="Orders">
          <SoldTable orders={items} today={today} />
        </section>
      )}
      <div className="row">
        <Pages
          what="orders"
          filters={{ q: list.q, status: list.tab }}
          nextCursor={nextCursor}
          isFirst={isFirst}
        />
        <a className="btn quiet small push" href="/api/orders/sold/export.csv" download>
          Export CSV
        </a>
      </div>
    </>
  )
}
