import { CATEGORIES } from '@shop/shared/contracts'
import { money, readAmount } from '../../lib/money.ts'
import { categoryName } from '../../lib/words.ts'
import { Notice } from '../../ui/notice.tsx'

interface ProductFormChangesProps {
  typed: Record<string, string>
  current: Record<string, string>
}

const LABELS = {
  title: 'Name',
  description: 'Description',
  category: 'Category',
  price: 'Price',
} as const

type Name = keyof typeof LABELS

export function ProductFormChanges({ typed, current }: ProductFormChangesProps) {
  const names = (Object.keys(LABELS) as Name[]).filter(
    (name) => shown(name, typed[name]) !== shown(name, current[name]),
  )
  if (names.length === 0) return null
  return (
    <Notice kind="warn" title="The saved version differs from yours">
      <dl className="changes">
        {names.map((name) => (
          <div key={name}>
            <dt>{LABELS[name]}</dt>
            <dd>{shown(name, current[name]) || 'Empty'}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}

function shown(name: Name, text = ''): string {
  if (name === 'price') {
    const amount = readAmount(text)
    return amount === null ? text : money(amount)
  }
  const category = name === 'category' && CATEGORIES.find((known) => known === text)
  return category ? categoryName(category) : text.replaceAll('\r\n', '\n').trim()
}
