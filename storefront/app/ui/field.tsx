import { useId, useState, type ComponentProps, type ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface FieldProps {
  label: string
  name: string
  /** Where several forms of a page have a field of this name; otherwise the name. */
  id?: string | undefined
  help?: ReactNode
  error?: string | undefined
  isOptional?: boolean
  /** Shown before the input, such as a currency sign. */
  affix?: string
}

type InputProps = Omit<ComponentProps<'input'>, keyof FieldProps>
type TextareaProps = Omit<ComponentProps<'textarea'>, keyof FieldProps>
type SelectProps = Omit<ComponentProps<'select'>, keyof FieldProps>

/** Ids and attributes that tie a control to its label, help text and error. */
function useControl({ name, id = name, help, error, isOptional = false }: FieldProps) {
  const own = useId()
  const [helpId, errorId] = [`${own}-help`, `${own}-error`]
  const described = [help !== undefined && helpId, error !== undefined && errorId].filter(Boolean)
  return {
    helpId,
    errorId,
    control: {
      id,
      name,
      required: !isOptional,
      ...(error !== undefined && { 'aria-invalid': true }),
      ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    },
  }
}

function Frame({
  field,
  ids,
  children,
}: {
  field: FieldProps
  ids: { helpId: string; errorId: string }
  children: ReactNode
}) {
  const { label, name, id = name, help, error, isOptional } = field
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="optional"> (optional)</span>}
      </label>
      {help !== undefined && (
        <p className="help" id={ids.helpId}>
          {help}
        </p>
      )}
      {error !== undefined && (
        <p className="error" id={ids.errorId}>
          <Icon name="danger" />
          <span className="sr">Error: </span>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

function split<T extends FieldProps>(props: T) {
  const { label, name, id, help, error, isOptional, affix, ...rest } = props
  const field: FieldProps = {
    label,
    name,
    id,
    ...(help !== undefined && { help }),
    ...(error !== undefined && { error }),
    ...(isOptional !== undefined && { isOptional }),
    ...(affix !== undefined && { affix }),
  }
  return { field, rest }
}

export function TextField(props: FieldProps & InputProps) {
  const { field, rest } = split(props)
  const { control, ...ids } = useControl(field)
  const input = <input className="input" type="text" {...rest} {...control} />
  return (
    <Frame field={field} ids={ids}>
      {field.affix === undefined ? (
        input
      ) : (
        <div className="affix">
          <span aria-hidden="true">{field.affix}</span>
          {input}
        </div>
      )}
    </Frame>
  )
}

export function TextareaField(props: FieldProps & TextareaProps) {
  const { field, rest } = split(props)
  const { control, ...ids } = useControl(field)
  return (
    <Frame field={field} ids={ids}>
      <textarea className="input" {...rest} {...control} />
    </Frame>
  )
}

export function SelectField(props: FieldProps & SelectProps) {
  const { field, rest } = split(props)
  const { control, ...ids } = useControl(field)
  return (
    <Frame field={field} ids={ids}>
      <select className="input" {...rest} {...control} />
    </Frame>
  )
}

export function PasswordField(props: FieldProps & InputProps) {
  const { field, rest } = split(props)
  const { control, ...ids } = useControl(field)
  const [isShown, setIsShown] = useState(false)
  return (
    <Frame field={field} ids={ids}>
      <div className="affix end">
        <input
          className="input"
          autoCapitalize="none"
          spellCheck={false}
          {...rest}
          {...control}
          type={isShown ? 'text' : 'password'}
        />
        <button
          type="button"
          aria-pressed={isShown}
          aria-label={`Show ${field.label.toLowerCase()}`}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? 'Hide' : 'Show'}
        </button>
      </div>
    </Frame>
  )
}
