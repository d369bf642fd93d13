// The starting process holds the other end of descriptor 3. When it is killed, the end closes, and we end in good order.
import { Socket } from 'node:net'

const line = new Socket({ fd: 3, readable: true, writable: false })
line.on('error', () => {})
line.on('close', () => process.kill(process.pid, 'SIGTERM'))
line.resume()
line.unref()
