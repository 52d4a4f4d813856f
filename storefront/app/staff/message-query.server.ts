import { MessageState, MessagesQuery } from '@shop/shared/contracts'
import * as v from 'valibot'

/** What the address of the messages asks for; a search that is neither an email address nor an id finds nothing. */
export function messageQuery(request: Request) {
  const { searchParams } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').trim()
  const state = v.safeParse(MessageState, searchParams.get('state'))
  return {
    q,
    state: state.success ? state.output : '',
    isSearchable: q === '' || v.safeParse(MessagesQuery, { q }).success,
    cursor: searchParams.get('cursor') || null,
  }
}
