import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { noteForm, putBack, type KeptForm } from '../lib/kept-forms.ts'

const KEY = 'kept-form'

/** Keeps what was typed when a form meets a lost session, until its page is open again. */
export function KeptForms() {
  const { pathname, search, key } = useLocation()
  const sent = useRef<KeptForm | null>(null)
  const page = pathname + search

  useEffect(() => {
    const note = ({ target }: SubmitEvent) => {
      const isDoor = location.pathname.startsWith('/auth/')
      if (target instanceof HTMLFormElement && target.method === 'post' && !isDoor)
        sent.current = noteForm(target, location.pathname + location.search)
    }
    document.addEventListener('submit', note, true)
    return () => document.removeEventListener('submit', note, true)
  }, [])

  useEffect(() => {
    if (pathname.startsWith('/auth/')) {
      if (sent.current !== null && new URLSearchParams(search).has('lost'))
        sessionStorage.setItem(KEY, JSON.stringify(sent.current))
      sent.current = null
      return
    }
    const text = sessionStorage.getItem(KEY)
    if (text === null) return
    sessionStorage.removeItem(KEY)
    const kept = JSON.parse(text) as KeptForm
    if (kept.page === page) putBack(kept, document.forms)
  }, [pathname, search, page, key])

  return null
}
