import type { Appearance } from '@stripe/stripe-js'
import { useEffect, useState } from 'react'

export function useStripeAppearance(): Appearance | null {
  const [appearance, setAppearance] = useState<Appearance | null>(null)
  useEffect(() => {
    const read = () => setAppearance(currentAppearance())
    read()
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', read)
    return () => dark.removeEventListener('change', read)
  }, [])
  return appearance
}

function currentAppearance(): Appearance {
  return {
    labels: 'above',
    variables: {
      borderRadius: '12px',
      fontFamily: 'Figtree, system-ui, sans-serif',
      colorPrimary: colorOf('--brand'),
      colorBackground: colorOf('--surface'),
      colorText: colorOf('--text'),
      colorDanger: colorOf('--danger'),
    },
  }
}

/** The computed color of a design token in the current theme. */
function colorOf(token: string): string {
  const probe = document.createElement('i')
  probe.className = `probe${token}`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
