import { faultText, type FormFault } from '../forms/parse-form.ts'
import { Notice } from './notice.tsx'

export function FaultNotice({ fault }: { fault: FormFault | null | undefined }) {
  if (fault == null) return null
  return (
    <Notice kind="danger" live="alert">
      <p>{faultText(fault)}</p>
    </Notice>
  )
}
