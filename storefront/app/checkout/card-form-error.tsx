import { Notice } from '../ui/notice.tsx'

/** Stands where the card form would, if it or its script does not load. */
export function CardFormFault({ retry }: { retry: () => void }) {
  return (
    <Notice kind="danger" live="alert" title="The card form did not load">
      <p>Nothing was charged and your order is saved.</p>
      <button className="btn quiet small" type="button" onClick={retry}>
        Try again
      </button>
    </Notice>
  )
}
