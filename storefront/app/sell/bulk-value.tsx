import { CATEGORIES } from '@shop/shared/contracts'
import type { ReactNode } from 'react'
import { categoryName } from '../lib/words.ts'
import type { BulkAction } from './bulk-form.ts'

/** Whether a field is shown to everybody, or only where no script hides those of other actions. */
export type Shown = 'always' | 'without-script' | 'never'

interface BulkValueProps {
  shown: (action: BulkAction) => Shown
  values: Record<string, string>
}

/** What the products are changed to. */
export function BulkValue({ shown, values }: BulkValueProps) {
  return (
    <>
      <BulkField shown={shown('change-price')} id="percent" label="Percent, for example −10">
        <Affixed name="percent" affix="%" values={values} />
      </BulkField>
      <BulkField shown={shown('add-to-price')} id="amount" label="Amount, for example −2.50">
        <Affixed name="amount" affix="$" values={values} />
      </BulkField>
      <BulkField shown={shown('set-price')} id="price" label="New price">
        <Affixed name="price" affix="$" values={values} />
      </BulkField>
      <BulkField shown={shown('set-category')} id="category" label="Category">
        <select className="input" id="category" name="category">
          {CATEGORIES.map((name) => (
            <option key={name} value={name}>
              {categoryName(name)}
            </option>
          ))}
        </select>
      </BulkField>
    </>
  )
}

interface BulkFieldProps {
  shown: Shown
  id: string
  label: string
  children: ReactNode
}

function BulkField({ shown, id, label, children }: BulkFieldProps) {
  if (shown === 'never') return null
  return (
    <div className={shown === 'without-script' ? 'bulk-value without-script' : 'bulk-value'}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}

interface AffixedProps {
  name: string
  affix: string
  values: Record<string, string>
}

function Affixed({ name, affix, values }: AffixedProps) {
  return (
    <div className="affix">
      <span aria-hidden="true">{affix}</span>
      <input
        className="input num"
        id={name}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={values[name] ?? ''}
      />
    </div>
  )
}
