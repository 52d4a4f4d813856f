import type { FormFault } from '../forms/parse-form.ts'
import { TextField } from '../ui/field.tsx'

interface CodeFieldProps {
  /** The code of the link that was followed, which needs no field until it is refused. */
  code: string
  fault: FormFault | undefined
}

export function CodeField({ code, fault }: CodeFieldProps) {
  const error = fault?.fields['token']
  if (code !== '' && error === undefined)
    return <input type="hidden" name="token" value={code} readOnly />
  return (
    <TextField
      label="Code from your email"
      name="token"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={100}
      defaultValue={fault?.values['token'] ?? code}
      error={error}
    />
  )
}
