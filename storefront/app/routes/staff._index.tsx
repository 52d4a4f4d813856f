import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireStaff } from '../api/session.server.ts'
import { pageTitle } from '../lib/words.ts'
import { waitingForStaff } from '../staff/waiting.server.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'

export const meta = () => [{ title: pageTitle('Staff') }]

export async function loader({ context }: LoaderFunctionArgs) {
  await requireStaff(context.api)
  return data(await waitingForStaff(context.api))
}

export default function Overview() {
  const { waiting, unreachable } = useLoaderData<typeof loader>()
  return (
    <>
      <div>
        <h1>What’s waiting</h1>
        <p className="muted">Most urgent first.</p>
      </div>
      {unreachable.map((name) => (
        <Notice key={name} kind="danger">
          <p>{name} can’t be reached. Try again in a moment.</p>
        </Notice>
      ))}
      {waiting.length === 0 ? (
        <p>Nothing is waiting.</p>
      ) : (
        <ul className="card waits">
          {waiting.map(({ icon, title, detail, to, button }) => (
            <li key={title}>
              <Icon name={icon} />
              <div>
                <b>{title}</b>
                <p className="muted">{detail}</p>
              </div>
              <Link className="btn quiet small" to={to}>
                {button}
                <span className="sr">: {title}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
