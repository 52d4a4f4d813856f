import { Notice } from '../ui/notice.tsx'

export function CardFormError({ retry }: { retry: () => void }) {
  return (
    <Notice kind="danger" live="alert" title="The card form didn’t load">
      <p>You weren’t charged, and your order is saved.</p>
      <button className="btn quiet small" type="button" onClick={retry}>
        Try again
      </button>
    </Notice>
  )
}
