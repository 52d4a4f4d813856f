import { Socket } from 'node:net'

// When a server dies, Bun 1.4 destroys the socket some milliseconds before 'close'. A write in between calls
// destroy(error), which does nothing, and the Mongo driver waits for 'drain' without end. This emits the error
// that the driver listens for. Must be imported before mongoose.
const destroy: (error?: Error) => Socket = Reflect.get(Socket.prototype, 'destroy')

Socket.prototype.destroy = function guarded(this: Socket, error?: Error): Socket {
  if (error !== undefined && this.destroyed)
    queueMicrotask(() => {
      if (this.listenerCount('drain') > 0 && this.listenerCount('error') > 0)
        this.emit('error', error)
    })
  return destroy.call(this, error)
}
