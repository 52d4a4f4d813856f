import { expect, test } from 'bun:test'
import { render, screen } from '@testing-library/react'
import { Picture } from './picture.tsx'

test('a missing picture shows a placeholder that says so where there is room', () => {
  const { container } = render(<Picture url={null} alt="" view="card" />)
  expect(container.textContent).toBe('No picture')
  expect(container.querySelector('svg')).not.toBeNull()
  expect(screen.queryByRole('img')).toBeNull()
})

test('a small placeholder shows an icon only', () => {
  const { container } = render(<Picture url={null} alt="" view="thumb" />)
  expect(container.textContent).toBe('')
  expect(container.querySelector('svg')).not.toBeNull()
})

test('a placeholder keeps the name of what it stands for', () => {
  render(<Picture url={null} alt="Teapot" view="thumb" />)
  screen.getByRole('img', { name: 'Teapot' })
})
