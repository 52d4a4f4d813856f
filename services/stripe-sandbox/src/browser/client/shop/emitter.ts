export type Listener = (event: object) => void

/** The events of an element: `on`, `once` and `off` as in Stripe.js. */
export function createEmitter() {
  const listeners = new Map<string, Map<Listener, Listener>>()

  function add(name: string, listener: Listener, run: Listener): void {
    const known = listeners.get(name) ?? new Map<Listener, Listener>()
    listeners.set(name, known.set(listener, run))
  }

  function off(name: string, listener?: Listener): void {
    if (listener === undefined) listeners.delete(name)
    else listeners.get(name)?.delete(listener)
  }

  return {
    on: (name: string, listener: Listener) => add(name, listener, listener),
    once: (name: string, listener: Listener) =>
      add(name, listener, (event) => {
        off(name, listener)
        listener(event)
      }),
    off,
    emit: (name: string, event: object) => {
      for (const run of listeners.get(name)?.values() ?? []) run(event)
    },
  }
}
