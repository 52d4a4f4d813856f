/** A change of one source file that disables a rule. */
export interface Patch {
  file: string
  /** Occurs in the file exactly once. */
  find: string
  replace: string
}

const FAILPOINT = /^( *)\/\/ failpoint: ([\w.]+)$/gm

/** Applies patches and turns failpoint comments into calls; throws when a patch does not match. */
export function patchedSource(file: string, source: string, patches: readonly Patch[]): string {
  const mutated = patches
    .filter((patch) => patch.file === file)
    .reduce((text, { find, replace }) => {
      if (text.split(find).length !== 2) throw new Error(`${file} must contain once: ${find}`)
      return text.replace(find, () => replace)
    }, source)
  const instrumented = mutated.replaceAll(FAILPOINT, '$1await failpoint("$2");')
  if (instrumented === mutated) return mutated
  return `import { failpoint } from ${JSON.stringify(RUNTIME)}\n${instrumented}`
}

const RUNTIME = `${import.meta.dir}/failpoint.ts`

/** The names of the failpoints in a source. */
export function failpointsIn(source: string): string[] {
  return [...source.matchAll(FAILPOINT)].map(([, , name = '']) => name)
}
