/** A change of one source file that switches a rule off. */
export interface Patch {
  file: string
  /** Stands in the file exactly once. */
  find: string
  replace: string
}

const FAILPOINT = /^( *)\/\/ failpoint: ([\w.]+)$/gm

/** The source with its failpoints made to strike and its patches made; an unknown place is an error. */
export function patchedSource(file: string, source: string, patches: readonly Patch[]): string {
  const mutated = patches
    .filter((patch) => patch.file === file)
    .reduce((text, { find, replace }) => {
      if (text.split(find).length !== 2) throw new Error(`${file} must hold once: ${find}`)
      return text.replace(find, () => replace)
    }, source)
  const struck = mutated.replaceAll(FAILPOINT, '$1await failpoint("$2");')
  if (struck === mutated) return mutated
  return `import { failpoint } from ${JSON.stringify(RUNTIME)}\n${struck}`
}

const RUNTIME = `${import.meta.dir}/failpoint.ts`

/** The names of the failpoints in a source. */
export function failpointsIn(source: string): string[] {
  return [...source.matchAll(FAILPOINT)].map(([, , name = '']) => name)
}
