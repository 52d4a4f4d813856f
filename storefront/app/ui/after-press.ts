let isPressed = false

function watch(type: string, isDown: boolean): void {
  document.addEventListener(type, () => (isPressed = isDown), true)
}

if (typeof document !== 'undefined') {
  watch('pointerdown', true)
  watch('pointerup', false)
  watch('pointercancel', false)
}

/** Runs now, or after the pointer is released: a layout change would move the button under it. */
export function afterPress(run: () => void): void {
  if (!isPressed) return run()
  const ends = ['pointerup', 'pointercancel']
  const end = () => {
    for (const type of ends) document.removeEventListener(type, end)
    run()
  }
  for (const type of ends) document.addEventListener(type, end)
}
