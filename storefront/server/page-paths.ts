import type { ServerBuild } from '@remix-run/node'

type Routes = Record<string, { path?: string; parentId?: string }>

/**
 * The patterns of all pages and of their data, those without parameters first. Hono matches them only to name
 * the page in its metrics: Remix renders whatever is asked for.
 */
export function pagePaths(routes: ServerBuild['routes'] | Routes): string[] {
  const pages = new Set(Object.keys(routes).map((id) => fullPath(routes, id)))
  const known = [...pages].filter((path) => !path.includes('*'))
  const paths = known.flatMap((path) => [path, ...dataOf(path)])
  return paths.toSorted((a, b) => parametersIn(a) - parametersIn(b))
}

function fullPath(routes: Routes, id: string): string {
  const parts: string[] = []
  for (let next: string | undefined = id; next !== undefined; next = routes[next]?.parentId)
    parts.unshift(routes[next]?.path ?? '')
  return `/${parts.filter(Boolean).join('/')}`
}

/** A parameter at the end matches the data's path, too. */
function dataOf(path: string): string[] {
  if (path === '/') return ['/_root.data']
  return /:[^/]+$/.test(path) ? [] : [`${path}.data`]
}

const parametersIn = (path: string) => path.split(':').length
