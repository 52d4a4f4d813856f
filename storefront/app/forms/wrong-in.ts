import type { FormFault } from './parse-form.ts'

/** The fault, unless a form is only shown again with what was typed. */
export function wrongIn(fault: FormFault | undefined): FormFault | undefined {
  const isWrong = fault?.message !== undefined || Object.keys(fault?.fields ?? {}).length > 0
  return isWrong ? fault : undefined
}
