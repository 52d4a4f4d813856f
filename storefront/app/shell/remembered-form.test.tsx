import { expect, test } from 'bun:test'
import { act, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { captureForm, restoreForm } from './remembered-form.ts'

function Form({ typed = '' }: { typed?: string }) {
  const [name, setName] = useState(typed)
  return (
    <form action="/account" aria-label="form">
      <input type="hidden" name="version" defaultValue={typed === '' ? '2' : '1'} />
      <input aria-label="Name" name="name" value={name} onChange={(e) => setName(e.target.value)} />
      <p>Called {name}</p>
      <textarea aria-label="About" name="about" defaultValue={typed} />
      <select aria-label="Category" name="category" defaultValue={typed && 'home'}>
        <option value="">None</option>
        <option value="home">Home</option>
      </select>
      <input aria-label="First" name="line" defaultValue={typed && `${typed} 1`} />
      <input aria-label="Second" name="line" defaultValue={typed && `${typed} 2`} />
      <input type="checkbox" aria-label="Gift" name="gift" defaultChecked={typed !== ''} />
      <input
        type="radio"
        aria-label="Slow"
        name="speed"
        value="slow"
        defaultChecked={typed === ''}
      />
      <input
        type="radio"
        aria-label="Fast"
        name="speed"
        value="fast"
        defaultChecked={typed !== ''}
      />
      <input type="password" aria-label="Password" name="password" defaultValue={typed} />
      <input
        autoComplete="new-password"
        aria-label="Shown password"
        name="next"
        defaultValue={typed}
      />
      <input autoComplete="cc-number" aria-label="Card" name="card" defaultValue={typed} />
      <button name="intent" value="save">
        Save
      </button>
    </form>
  )
}

const form = () => screen.getByRole<HTMLFormElement>('form')
const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value
const isToggle = (label: string) => screen.getByLabelText<HTMLInputElement>(label).checked

function sent() {
  const { unmount } = render(<Form typed="Ana" />)
  const remembered = captureForm(form(), '/account', 'a')
  unmount()
  return remembered
}

test('captures typed values, but no passwords, cards or hidden fields', () => {
  expect(sent().fields).toEqual([
    ['name', 'Ana'],
    ['about', 'Ana'],
    ['category', 'home'],
    ['line', 'Ana 1'],
    ['line', 'Ana 2'],
    ['gift', 'on'],
    ['speed', 'fast'],
  ])
})

test('restores the values, and React notices', () => {
  const remembered = sent()
  render(<Form />)
  act(() => restoreForm(remembered, [form()]))
  screen.getByText('Called Ana')
  expect(['Name', 'About', 'Category', 'First', 'Second'].map(valueOf)).toEqual([
    'Ana',
    'Ana',
    'home',
    'Ana 1',
    'Ana 2',
  ])
  expect(['Gift', 'Slow', 'Fast'].map(isToggle)).toEqual([true, false, true])
  expect(['Password', 'Shown password', 'Card'].map(valueOf)).toEqual(['', '', ''])
})

test('leaves other forms alone', () => {
  const remembered = sent()
  render(<Form />)
  act(() => restoreForm({ ...remembered, action: 'https://ecommerce.local/cart' }, [form()]))
  expect(valueOf('Name')).toBe('')
  act(() =>
    restoreForm(
      { ...remembered, fields: [...remembered.fields, ['street', '14 Harbour Street']] },
      [form()],
    ),
  )
  expect(valueOf('Name')).toBe('')
})
