import { useLocation } from '@remix-run/react'

const LIST = '/sell/products'

/** Where a form that archives or restores is sent: to its own page, which stays if that fails. */
export function useShelfAction(id: string): string {
  const { pathname } = useLocation()
  return pathname === LIST ? `${LIST}?index` : `${LIST}/${id}`
}

/** Which product is meant, and which list to lead back to. */
export function SellBackField({ id }: { id: string }) {
  const { pathname, search } = useLocation()
  if (pathname !== LIST) return null
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="back" value={pathname + search} />
    </>
  )
}
