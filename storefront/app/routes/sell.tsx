import { Outlet, useLoaderData } from '@remix-run/react'
import { data, type LoaderFunctionArgs } from '@remix-run/server-runtime'
import { useState } from 'react'
import { QuietHeader } from '../components/quiet-header.tsx'
import { SellNameNotice } from '../components/sell-name-notice.tsx'
import { SellNav } from '../components/sell-nav.tsx'
import { sendPicture } from '../lib/send-picture.ts'
import { requireUser } from '../lib/session.server.ts'
import { createUploadQueue } from '../lib/upload-queue.ts'
import { UploadContext } from '../lib/use-uploads.ts'

export const handle = { header: 'own' }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id, name } = await requireUser(context.api, request)
  return data({ id, hasName: name !== undefined })
}

export { shouldRevalidate } from '../lib/client-action.ts'

export default function SellerDesk() {
  const { id, hasName } = useLoaderData<typeof loader>()
  const [uploads] = useState(() => createUploadQueue(sendPicture))
  return (
    <UploadContext.Provider value={uploads}>
      <QuietHeader to="/">Back to the shop</QuietHeader>
      <main id="main" tabIndex={-1} className="wrap page">
        <div className="split rail desk">
          <SellNav />
          <div className="stack g5">
            {!hasName && <SellNameNotice seller={id} />}
            <Outlet />
          </div>
        </div>
      </main>
    </UploadContext.Provider>
  )
}
