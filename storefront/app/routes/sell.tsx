import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { listSoldOrders } from '../api/orders.server.ts'
import { requireUser } from '../api/session.server.ts'
import { NameNotice } from '../sell/name-notice.tsx'
import { DeskNav } from '../sell/nav.tsx'
import { sendPicture } from '../sell/pictures/send.ts'
import { createUploadQueue } from '../sell/pictures/upload-queue.ts'
import { UploadContext } from '../sell/pictures/use-uploads.ts'
import { QuietHeader } from '../ui/quiet-header.tsx'

export const handle = { header: 'own' }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id, name } = await requireUser(context.api, request)
  const { counts } = await listSoldOrders(context.api, {}, null, 1)
  return data({ id, hasName: name !== undefined, toSend: counts.toSend })
}

export { shouldRevalidate } from '../forms/client-action.ts'

export default function SellerDesk() {
  const { id, hasName, toSend } = useLoaderData<typeof loader>()
  const [uploads] = useState(() => createUploadQueue(sendPicture))
  return (
    <UploadContext.Provider value={uploads}>
      <QuietHeader to="/">Back to the shop</QuietHeader>
      <main id="main" tabIndex={-1} className="wrap page">
        <div className="split rail desk">
          <DeskNav toSend={toSend} />
          <div className="stack g5">
            {!hasName && <NameNotice seller={id} />}
            <Outlet />
          </div>
        </div>
      </main>
    </UploadContext.Provider>
  )
}
