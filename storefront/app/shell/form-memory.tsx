import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useRootData } from '../ui/use-root-data.ts'
import {
  isDetour,
  captureForm,
  ownerOf,
  restoreForm,
  type RememberedForm,
} from './remembered-form.ts'

const KEY = 'remembered-form'

/** Remembers what was typed while a form's submission leads through another page. */
export function FormMemory() {
  const { pathname, search, key } = useLocation()
  const owner = ownerOf(useRootData()?.user ?? null)
  const sent = useRef<RememberedForm | null>(null)
  const page = pathname + search

  useEffect(() => {
    const note = ({ target }: SubmitEvent) => {
      const isSignIn = location.pathname.startsWith('/auth/')
      if (target instanceof HTMLFormElement && target.method === 'post' && !isSignIn)
        sent.current = captureForm(target, location.pathname + location.search, owner)
    }
    document.addEventListener('submit', note, true)
    return () => document.removeEventListener('submit', note, true)
  }, [owner])

  useEffect(() => {
    if (sent.current !== null && isDetour(page))
      sessionStorage.setItem(KEY, JSON.stringify(sent.current))
    sent.current = null
    const text = sessionStorage.getItem(KEY)
    if (text === null || page.startsWith('/auth/')) return
    const remembered = JSON.parse(text) as RememberedForm
    if (remembered.page !== page && remembered.owner === owner) return
    sessionStorage.removeItem(KEY)
    if (remembered.owner === owner) restoreForm(remembered, document.forms)
  }, [owner, page, key])

  return null
}
