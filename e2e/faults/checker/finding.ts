/** What one check has found. */
export interface Finding {
  name: string
  /** How many things were looked at. */
  looked: number
  /** What differs, each in words that begin with its id. */
  wrong: string[]
}

/** Looks at every one of the things; a text about one says what is wrong with it. */
export function judge<T>(
  name: string,
  things: Iterable<T>,
  faultOf: (thing: T) => string | null,
): Finding {
  const finding: Finding = { name, looked: 0, wrong: [] }
  for (const thing of things) {
    finding.looked += 1
    const fault = faultOf(thing)
    if (fault !== null) finding.wrong.push(fault)
  }
  return finding
}

/** Whether nothing differs. */
export function isClean(findings: readonly Finding[]): boolean {
  return findings.every(({ wrong }) => wrong.length === 0)
}
