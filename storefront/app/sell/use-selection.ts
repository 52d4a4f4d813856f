import { useEffect, useState } from 'react'

/** The selected products of a list; after each `answer` to a change, those that `failed` stay selected. */
export function useSelection(failed: readonly string[], answer?: unknown) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(failed))
  const key = failed.join()
  useEffect(() => setSelected(new Set(key === '' ? [] : key.split(','))), [key, answer])
  const toggle = (id: string) => setSelected((now) => now.symmetricDifference(new Set([id])))
  const clear = () => setSelected(new Set())
  return { selected, toggle, clear }
}
