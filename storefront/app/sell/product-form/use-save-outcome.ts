import { useEffect, useState } from 'react'
import type { Edited, SaveOutcome } from './save-product.server.ts'

/**
 * What came of the last edit, and what the next one is made on. Pictures that arrive load the page anew, which
 * forgets the one and must not change the other.
 */
export function useSaveOutcome(product: Edited, latest: SaveOutcome | undefined) {
  const [outcome, setOutcome] = useState(latest)
  const [base, setBase] = useState(latest?.now ?? product)
  const [revision, setRevision] = useState(0)

  useEffect(() => {
    if (latest === undefined) return
    setOutcome(latest)
    if (latest.now !== undefined) setBase(latest.now)
    // The fields begin anew where they are to show what somebody else has written.
    if (hasOthersTexts(latest)) setRevision((last) => last + 1)
  }, [latest])

  return {
    /** What was wrong with the edit. */
    told: outcome?.kind === 'refused' ? outcome.fault : undefined,
    /** What is there now, where somebody else's edit stood against this one. */
    others: outcome?.kind === 'refused' ? outcome.now : undefined,
    /** What was saved last. */
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
