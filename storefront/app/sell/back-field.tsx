import { useLocation } from '@remix-run/react'

const LIST = '/sell/products'

/** The page a form is sent to is the one it is on, so that a failure stays there. */
export function useProductAction(id: string): string {
  const { pathname } = useLocation()
  return pathname === LIST ? `${LIST}?index` : `${LIST}/${id}`
}

export function BackField({ id }: { id: string }) {
  const { pathname, search } = useLocation()
  if (pathname !== LIST) return null
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="back" value={pathname + search} />
    </>
  )
}
