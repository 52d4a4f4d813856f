import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireUser } from '../api/session.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { pageTitle } from '../lib/words.ts'
import { loadDashboard } from '../sell/dashboard/load.server.ts'
import { dashboardUrl, parsePeriod } from '../sell/dashboard/period.ts'
import { DashboardView } from '../sell/dashboard/view.tsx'
import { saveLowStock } from '../sell/low-stock.server.ts'
import { Icon } from '../ui/icon.tsx'

export const meta = () => [{ title: pageTitle('Dashboard') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id, name } = await requireUser(context.api, request)
  const period = parsePeriod(new URL(request.url).searchParams)
  return data({ name: name ?? null, page: await loadDashboard(context.api, id, period) })
}

export const action = formAction(async ({ api, form, request }) => {
  await requireUser(api, request)
  const period = parsePeriod(new URL(request.url).searchParams)
  const saved = dashboardUrl(period, { done: 'low' })
  return data(await saveLowStock(api, form, saved), { status: 400 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function Dashboard() {
  const { name, page } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="row between">
        <h1>{name === null ? 'Your shop' : `Hello, ${name}`}</h1>
        <Link className="btn" to="/sell/products/new">
          <Icon name="plus" />
          Add product
        </Link>
      </div>
      <DashboardView page={page} />
    </>
  )
}
