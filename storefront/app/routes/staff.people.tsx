import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '../api/session.server.ts'
import { actOnPerson, searchPeople } from '../api/staff.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { parseForm } from '../forms/parse-form.ts'
import { count, pageTitle } from '../lib/words.ts'
import { backToList } from '../staff/back-to-list.server.ts'
import { Done } from '../staff/done.tsx'
import { PersonForm } from '../staff/forms.ts'
import { PersonCard } from '../staff/person-card.tsx'
import { Pages } from '../ui/pages.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useEntryHeading } from '../ui/use-entry-heading.ts'

export const meta = () => [{ title: pageTitle('People') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireStaff(context.api)
  const { searchParams } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').trim()
  const blocked = searchParams.get('blocked') === 'true' ? 'true' : ''
  const cursor = searchParams.get('cursor') || null
  const page = await searchPeople(context.api, { q, blocked }, cursor)
  return data({ q, blocked, ...page })
}

export const action = formAction(async ({ api, form, request }) => {
  await requireStaff(api)
  const { output, fault } = parseForm(PersonForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  await actOnPerson(api, output.id, output.act, output.reason)
  throw backToList(request, output.act)
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

const TABS = [
  ['/staff/people', 'Everybody'],
  ['/staff/people?blocked=true', 'Blocked'],
] as const

export default function People() {
  const { q, blocked, items, nextCursor, isFirst } = useLoaderData<typeof loader>()
  const heading = useEntryHeading()
  const fault = useActionData<typeof action>()
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        People
      </h1>
      <Done />
      <SearchForm
        action="/staff/people"
        name="People"
        label="Email or id"
        q={q}
        kept={{ blocked }}
      />
      <Tabs
        label="People by state"
        tabs={TABS}
        current={blocked === '' ? '/staff/people' : '/staff/people?blocked=true'}
      />
      <p className="sr" role="status">
        {count(items.length, 'person', 'people')} shown
      </p>
      {items.length === 0 ? (
        <p className="muted">{q === '' ? 'Nobody is blocked.' : `Nobody matches “${q}”.`}</p>
      ) : (
        <ul className="stack">
          {items.map((person) => (
            <PersonCard
              key={person.id}
              person={person}
              fault={fault?.values['id'] === person.id ? fault : undefined}
            />
          ))}
        </ul>
      )}
      <Pages what="accounts" filters={{ q, blocked }} nextCursor={nextCursor} isFirst={isFirst} />
    </>
  )
}
