import { attempt, Said, say, withScript } from './shared/attempt.ts'

/** Turns notices on in this browser, and off. The words stand in the page, in its language. */
const address = '/assets/push-worker.js'
const part = document.querySelector<HTMLElement>('[data-push]')
const button = part?.querySelector('button')
const canPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

withScript()
if (part && button) {
  button.addEventListener('click', () =>
    attempt(
      part,
      button,
      async () => {
        await turnOn(part.dataset)
        location.reload()
      },
      (error) => wordsFor(error, part.dataset),
    ),
  )
  if (!canPush) {
    say(part, { alert: part.dataset.unsupported })
    button.remove()
  }
}
if (canPush) showHere().catch(() => {})

class Denied extends Error {}
class NoService extends Error {}

async function turnOn({ push = '', to = '' }: DOMStringMap) {
  if ((await Notification.requestPermission()) !== 'granted') throw new Denied()
  const subscription = await subscribed(push).catch(() => {
    throw new NoService()
  })
  const body = JSON.stringify({
    ...subscription.toJSON(),
    language: document.documentElement.lang === 'en' ? 'en' : 'vi',
  })
  const response = await fetch(to, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  if (response.ok) return
  await subscription.unsubscribe()
  throw new Said(((await response.json()) as { title?: string }).title)
}

/** Always anew: whoever used this browser before is told nothing here any more. */
async function subscribed(key: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register(address)
  const registration = await ready()
  await (await registration.pushManager.getSubscription())?.unsubscribe()
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

/** `navigator.serviceWorker.ready` waits for a worker of this page; ours is of none. */
async function ready(): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.getRegistration(address)
  if (!registration) throw new Error('no worker')
  const coming = registration.installing ?? registration.waiting
  if (!registration.active && coming)
    await new Promise<void>((done, fail) => {
      coming.addEventListener('statechange', () => {
        if (coming.state === 'activated') done()
        if (coming.state === 'redundant') fail(new Error('no worker'))
      })
    })
  return registration
}

/** Marks this browser in the list; turning it off there turns it off here as well. */
async function showHere() {
  const registration = await navigator.serviceWorker.getRegistration(address)
  const subscription = await registration?.pushManager.getSubscription()
  if (!subscription) return
  const mark = await markOf(subscription.endpoint)
  const shown = document.querySelector<HTMLElement>(`[data-mark="${mark}"]`)
  const form = document.getElementById(`off-${mark}`)
  if (!shown || !(form instanceof HTMLFormElement)) return
  shown.hidden = false
  if (part) say(part, { waiting: part.dataset.isOn })
  button?.remove()
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const send = () => form.submit()
    subscription.unsubscribe().then(send, send)
  })
}

async function markOf(endpoint: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function wordsFor(error: unknown, words: DOMStringMap): string | undefined {
  if (error instanceof Said) return error.message || words.unreached
  if (error instanceof Denied) return words.denied
  return error instanceof NoService ? words.noService : words.unreached
}
