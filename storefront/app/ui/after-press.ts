let isPressed = false

function watch(type: string, isDown: boolean): void {
  document.addEventListener(type, () => (isPressed = isDown), true)
}

if (typeof document !== 'undefined') {
  watch('pointerdown', true)
  watch('pointerup', false)
  watch('pointercancel', false)
}

/** Runs at once, or while a pointer is down as soon as it is up: what changes the page then would move what is pressed. */
export function afterPress(run: () => void): void {
  if (!isPressed) return run()
  const ends = ['pointerup', 'pointercancel']
  const end = () => {
    for (const type of ends) document.removeEventListener(type, end)
    run()
  }
  for (const type of ends) document.addEventListener(type, end)
}
