import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { requireStaff } from '../api/session.server.ts'
import { deleteLetter, listDeadLetters, replayLetter } from '../api/staff.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { parseForm, refusedForm } from '../forms/parse-form.ts'
import { pageTitle } from '../lib/words.ts'
import { backToList } from '../staff/back-to-list.server.ts'
import { Done } from '../staff/done.tsx'
import { LetterForm } from '../staff/forms.ts'
import { Letter } from '../staff/letter.tsx'
import { serviceName } from '../staff/words.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { useEntryHeading } from '../ui/use-entry-heading.ts'

export const meta = () => [{ title: pageTitle('Dead letters') }]

export async function loader({ context }: LoaderFunctionArgs) {
  await requireStaff(context.api)
  return data({ services: await listDeadLetters(context.api) })
}

export const action = formAction(async ({ api, form, request }) => {
  await requireStaff(api)
  const { output, fault } = parseForm(LetterForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  const { service, id, act } = output
  if (act === 'delete') await deleteLetter(api, service, id)
  else {
    const result = await replayLetter(api, service, id)
    if (!result.isHandled)
      return data(refusedForm(form, { message: `It failed again: ${result.error}` }))
  }
  throw backToList(request, act)
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function DeadLetters() {
  const { services } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const heading = useEntryHeading()
  const asked = useSearchParams()[0].get('ask')
  const isEmpty = services.every(({ letters }) => letters?.length === 0)
  return (
    <>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          Dead letters
        </h1>
        <p className="muted">
          Events that a service couldn’t handle after 10 tries. They are kept for 30 days.
        </p>
      </div>
      <Done />
      <FaultNotice fault={fault} />
      {isEmpty && <p>No dead letters.</p>}
      {services.map(({ service, letters }) =>
        letters === null ? (
          <Notice key={service} kind="danger">
            <p>{serviceName(service)} can’t be reached. Try again in a moment.</p>
          </Notice>
        ) : (
          letters.length > 0 && (
            <section key={service} className="stack" aria-labelledby={`of-${service}`}>
              <h2 id={`of-${service}`}>
                {serviceName(service)} <span className="muted">({letters.length})</span>
              </h2>
              <ul className="stack">
                {letters.map((letter) => (
                  <Letter
                    key={letter.id}
                    service={service}
                    letter={letter}
                    isAsked={letter.id === asked}
                  />
                ))}
              </ul>
            </section>
          )
        ),
      )}
      <p className="muted small">
        Replay runs the service’s own handler on the stored event. If it works, the letter is gone.
      </p>
    </>
  )
}
