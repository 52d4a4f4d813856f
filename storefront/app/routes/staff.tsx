import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { requireStaff } from '../api/session.server.ts'
import { StaffNav } from '../staff/nav.tsx'
import { QuietHeader } from '../ui/quiet-header.tsx'

export const handle = { header: 'own' }

export async function loader({ context }: LoaderFunctionArgs) {
  await requireStaff(context.api)
  return data(null)
}

export { shouldRevalidate } from '../forms/client-action.ts'

export default function Staff() {
  return (
    <>
      <QuietHeader to="/">Back to the shop</QuietHeader>
      <main id="main" tabIndex={-1} className="wrap page">
        <div className="split rail desk">
          <StaffNav />
          <div className="stack g5">
            <Outlet />
          </div>
        </div>
      </main>
    </>
  )
}
