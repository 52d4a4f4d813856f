import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useRootData } from '../ui/use-root-data.ts'
import { isToBeKept, noteForm, ownerOf, putBack, type KeptForm } from './remembered-form.ts'

const KEY = 'kept-form'

/** Keeps what was typed when a form leads to another page first, until its own page is open again. */
export function KeptForms() {
  const { pathname, search, key } = useLocation()
  const owner = ownerOf(useRootData()?.user ?? null)
  const sent = useRef<KeptForm | null>(null)
  const page = pathname + search

  useEffect(() => {
    const note = ({ target }: SubmitEvent) => {
      const isSignIn = location.pathname.startsWith('/auth/')
      if (target instanceof HTMLFormElement && target.method === 'post' && !isSignIn)
        sent.current = noteForm(target, location.pathname + location.search, owner)
    }
    document.addEventListener('submit', note, true)
    return () => document.removeEventListener('submit', note, true)
  }, [owner])

  useEffect(() => {
    if (sent.current !== null && isToBeKept(page))
      sessionStorage.setItem(KEY, JSON.stringify(sent.current))
    sent.current = null
    const text = sessionStorage.getItem(KEY)
    if (text === null || page.startsWith('/auth/')) return
    const kept = JSON.parse(text) as KeptForm
    if (kept.page !== page && kept.owner === owner) return
    sessionStorage.removeItem(KEY)
    if (kept.owner === owner) putBack(kept, document.forms)
  }, [owner, page, key])

  return null
}
