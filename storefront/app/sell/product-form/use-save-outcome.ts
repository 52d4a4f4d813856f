import { useEffect, useState } from 'react'
import type { Edited, SaveOutcome } from './save-product.server.ts'

/**
 * The result of the last edit, and the version that the next one is based on. Both must survive a reload of the page's
 * data, which finished uploads cause.
 */
export function useSaveOutcome(product: Edited, latest: SaveOutcome | undefined) {
  const [outcome, setOutcome] = useState(latest)
  const [base, setBase] = useState(latest?.now ?? product)
  const [revision, setRevision] = useState(0)

  useEffect(() => {
    if (latest === undefined) return
    setOutcome(latest)
    if (latest.now !== undefined) setBase(latest.now)
    // Remounts the fields to show what someone else has written.
    if (hasOthersTexts(latest)) setRevision((last) => last + 1)
  }, [latest])

  return {
    serverFault: outcome?.kind === 'refused' ? outcome.fault : undefined,
    current: outcome?.kind === 'refused' ? outcome.now : undefined,
    saved: outcome?.kind === 'saved' ? outcome : undefined,
    base,
    revision,
    forgetSaved(this: void): void {
      if (outcome?.kind === 'saved') setOutcome(undefined)
    },
  }
}

function hasOthersTexts(outcome: SaveOutcome): boolean {
  return outcome.kind === 'saved' ? outcome.hasMerged : outcome.now !== undefined
}
