import { useEffect, useState, type FocusEvent, type FormEvent } from 'react'
import type * as v from 'valibot'
import { parseForm, type FormFault } from './parse-form.ts'

type Faults = FormFault['fields']

const NONE: Faults = {}

/**
 * What is wrong with a form: what the server told, and what its schema finds here. Errors come when it is
 * sent or a field is left that was filled in wrongly; they go as soon as the field is right, and never come
 * while somebody types.
 */
export function useFormCheck(schema: v.GenericSchema, told: FormFault | undefined) {
  const [found, setFound] = useState(told)
  const [fields, setFields] = useState(told?.fields ?? NONE)

  useEffect(() => {
    setFound(told)
    setFields(told?.fields ?? NONE)
  }, [told])

  const faultIn = (form: HTMLFormElement) => parseForm(schema, new FormData(form)).fault
  const isOver = Object.keys(fields).length === 0 && found?.message === undefined

  return {
    /** For the summary: as it was found, until all of it is right. */
    fault: isOver ? undefined : found,
    fields,
    events: {
      onSubmit(event: FormEvent<HTMLFormElement>) {
        const fault = faultIn(event.currentTarget)
        setFound(fault)
        setFields(fault?.fields ?? NONE)
        if (fault !== undefined) event.preventDefault()
      },
      onInput({ currentTarget }: FormEvent<HTMLFormElement>) {
        if (isOver) return
        const wrong = faultIn(currentTarget)?.fields ?? NONE
        setFields((before) =>
          Object.fromEntries(Object.entries(before).filter(([name]) => name in wrong)),
        )
      },
      onBlur({ target, currentTarget, relatedTarget }: FocusEvent<HTMLFormElement>) {
        // An error that comes up while a button is pressed would move the button away.
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
