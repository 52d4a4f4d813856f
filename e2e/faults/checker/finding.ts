/** The result of one check. */
export interface Finding {
  name: string
  checked: number
  /** Descriptions of mismatches; each begins with an id. */
  mismatches: string[]
}

/** Runs a check on each item; `mismatchOf` describes what is wrong with one. */
export function compareEach<T>(
  name: string,
  items: Iterable<T>,
  mismatchOf: (item: T) => string | null,
): Finding {
  const finding: Finding = { name, checked: 0, mismatches: [] }
  for (const item of items) {
    finding.checked += 1
    const mismatch = mismatchOf(item)
    if (mismatch !== null) finding.mismatches.push(mismatch)
  }
  return finding
}

/** Whether all checks passed. */
export function isClean(findings: readonly Finding[]): boolean {
  return findings.every(({ mismatches }) => mismatches.length === 0)
}
