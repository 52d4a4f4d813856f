import { useEffect, useState, type FocusEvent, type FormEvent } from 'react'
import type * as v from 'valibot'
import { parseForm, type FormFault } from './parse-form.ts'

type Faults = FormFault['fields']

const NONE: Faults = {}

/**
 * Errors of a form, from the server and from its schema. They appear on submit and when an invalid field loses the
 * focus, never while typing, and disappear as soon as the field is valid.
 */
export function useFormCheck(schema: v.GenericSchema, serverFault: FormFault | undefined) {
  const [found, setFound] = useState(serverFault)
  const [fields, setFields] = useState(serverFault?.fields ?? NONE)

  useEffect(() => {
    setFound(serverFault)
    setFields(serverFault?.fields ?? NONE)
  }, [serverFault])

  const faultIn = (form: HTMLFormElement) => parseForm(schema, new FormData(form)).fault
  const isFixed = Object.keys(fields).length === 0 && found?.message === undefined

  return {
    /** For the summary: the errors as found, until all are fixed. */
    fault: isFixed ? undefined : found,
    fields,
    events: {
      onSubmit(event: FormEvent<HTMLFormElement>) {
        const fault = faultIn(event.currentTarget)
        setFound(fault)
        setFields(fault?.fields ?? NONE)
        if (fault !== undefined) event.preventDefault()
      },
      onInput({ currentTarget }: FormEvent<HTMLFormElement>) {
        if (isFixed) return
        const wrong = faultIn(currentTarget)?.fields ?? NONE
        setFields((before) =>
          Object.fromEntries(Object.entries(before).filter(([name]) => name in wrong)),
        )
      },
      onBlur({ target, currentTarget, relatedTarget }: FocusEvent<HTMLFormElement>) {
        // An error that appears while a button is pressed would move the button.
        if (relatedTarget instanceof HTMLButtonElement || !isFilled(target)) return
        const { name } = target
        const message = faultIn(currentTarget)?.fields[name]
        if (message !== undefined) setFields((before) => ({ ...before, [name]: message }))
      },
    },
  }
}

function isFilled(target: EventTarget): target is HTMLInputElement {
  return 'value' in target && target.value !== '' && 'name' in target
}
