import { CATEGORIES, MAX_DESCRIPTION, MAX_TITLE } from '@shop/shared/contracts'
import type { ReactNode } from 'react'
import { categoryName } from '../../lib/words.ts'
import { SelectField, TextField, TextareaField } from '../../ui/field.tsx'

interface ProductFormFieldsProps {
  values: Record<string, string>
  /** Errors by field. */
  fields: Record<string, string>
  children?: ReactNode
}

export function ProductFormFields({ values, fields, children }: ProductFormFieldsProps) {
  const field = (name: string) => ({
    name,
    defaultValue: values[name] ?? '',
    error: fields[name],
  })
  return (
    <section className="card stack g5" aria-labelledby="about">
      <h2 id="about" className="small-title">
        About the product
      </h2>
      <TextField
        label="Name"
        help="Start with what it is, then what makes it different."
        maxLength={MAX_TITLE}
        autoComplete="off"
        {...field('title')}
      />
      <TextareaField
        label="Description"
        isOptional
        rows={4}
        maxLength={MAX_DESCRIPTION}
        {...field('description')}
      />
      <div className={children === undefined ? 'pair' : 'pair three'}>
        <SelectField label="Category" {...field('category')}>
          <option value="">Choose a category</option>
          {CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {categoryName(category)}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Price in US dollars"
          affix="$"
          className="input num"
          inputMode="decimal"
          autoComplete="off"
          {...field('price')}
        />
        {children}
      </div>
    </section>
  )
}
