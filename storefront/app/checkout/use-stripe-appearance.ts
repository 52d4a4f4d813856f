import type { Appearance } from '@stripe/stripe-js'
import { useEffect, useState } from 'react'

/** What Stripe's card form looks like: the page's own colours, as they are now. */
export function useStripeLook(): Appearance | null {
  const [look, setLook] = useState<Appearance | null>(null)
  useEffect(() => {
    const read = () => setLook(currentLook())
    read()
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', read)
    return () => dark.removeEventListener('change', read)
  }, [])
  return look
}

function currentLook(): Appearance {
  return {
    labels: 'above',
    variables: {
      borderRadius: '12px',
      fontFamily: 'Figtree, system-ui, sans-serif',
      colorPrimary: colour('--brand'),
      colorBackground: colour('--surface'),
      colorText: colour('--text'),
      colorDanger: colour('--danger'),
    },
  }
}

/** A token's colour as the browser has worked it out for this theme. */
function colour(token: string): string {
  const probe = document.createElement('i')
  probe.className = `probe${token}`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
