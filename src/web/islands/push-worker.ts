/** The service worker of a browser that says when something is new. It keeps nothing, answers no request, and leads to one page of the register. */
type Told = { readonly data: { json(): unknown } | null; waitUntil(done: Promise<unknown>): void }
type Pressed = { readonly notification: Notification; waitUntil(done: Promise<unknown>): void }
type Window = { readonly url: string; focus(): Promise<unknown> }
type Worker = {
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    matchAll(which: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Window[]>
    openWindow(path: string): Promise<unknown>
  }
  addEventListener(on: 'push', hear: (event: Told) => void): void
  addEventListener(on: 'notificationclick', hear: (event: Pressed) => void): void
}
const worker = self as unknown as Worker
const notices = '/notices'

worker.addEventListener('push', (event) => {
  const { title, body, lang } = saidBy(event)
  // One tag: what came before and was not looked at is replaced, without another sound.
  event.waitUntil(worker.registration.showNotification(title, { body, lang, tag: 'register' }))
})

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(goThere())
})

function saidBy({ data }: Told): { title: string; body: string; lang: string } {
  const said = read(data)
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : '')
  return { title: text('title') || location.hostname, body: text('body'), lang: text('lang') || 'vi' }
}

/** A browser must show something for whatever comes. */
function read(data: Told['data']): Record<string, unknown> {
  try {
    return Object(data?.json())
  } catch {
    return {}
  }
}

async function goThere() {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = open.find(({ url }) => new URL(url).pathname === notices)
  return there ? there.focus() : worker.clients.openWindow(notices)
}

export {}
