import type { Address } from '../../addresses/index.ts'

/** Says while somebody types what the register reads in the field. It only shows: the server judges again, and works without it.
 *  Words and markup stand in the page, in its language, as templates; the recogniser comes when the field is first used. */
const form = document.querySelector<HTMLFormElement>('form[data-reads]')
const region = document.getElementById('reading')
const waits = { pasted: 50, typed: 500 }

type Recogniser = typeof import('./lazy/recogniser.ts')
let coming: Promise<Recogniser> | undefined
const recogniser = () => (coming ??= import('./lazy/recogniser.ts'))

type Field = HTMLInputElement | HTMLTextAreaElement
const field = () => form?.elements.namedItem('address') as Field
const hint = () => form?.elements.namedItem('hint') as HTMLSelectElement | null

let timer: ReturnType<typeof setTimeout> | undefined
function soon(wait: number) {
  clearTimeout(timer)
  timer = setTimeout(read, wait)
}

form?.addEventListener('focusin', () => recogniser().catch(() => {}))
form?.addEventListener('input', () => soon(waits.typed))
form?.addEventListener('change', ({ target }) => target === hint() && soon(0))
form?.addEventListener('paste', (event) => {
  const lines = event.clipboardData?.getData('text/plain').trim() ?? ''
  if (event.target instanceof HTMLInputElement && event.target === field() && /[\r\n]/.test(lines)) {
    event.preventDefault()
    inLines(event.target, lines)
  }
  soon(waits.pasted)
})

/** What is said makes the page longer. It waits while a finger or a button is down, or a button would be gone from under it. */
let held = false
form?.addEventListener('pointerdown', () => {
  held = true
})
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => setTimeout(release))
function release() {
  held = false
  if (postponed) soon(waits.typed)
}
let postponed = false

/** One line of a form takes no line breaks: a list is pasted into several. */
function inLines(line: HTMLInputElement, pasted: string) {
  const [start, end] = [line.selectionStart ?? 0, line.selectionEnd ?? 0]
  const area = document.createElement('textarea')
  for (const { name, value } of line.attributes)
    if (!['type', 'value', 'class'].includes(name)) area.setAttribute(name, value)
  area.className = 'govuk-textarea'
  area.value = line.value.slice(0, start) + pasted + line.value.slice(end)
  area.rows = Math.min(pasted.split(/\r?\n/).length + 1, 8)
  line.replaceWith(area)
  area.focus()
}

let shown = ''
async function read() {
  const { value } = field()
  try {
    const said = value.trim() === '' ? undefined : readingOf(await recogniser(), value)
    postponed = held
    if (!held && field().value === value) show(said)
  } catch {
    show(undefined) // an old browser, or a line that broke: the server will say
  }
}

type Part = 'found' | 'post' | 'lookalike' | 'note'
type Said = {
  readonly part: Part
  readonly fill: Readonly<Record<string, string | undefined>>
  readonly asks?: boolean
}

function readingOf(r: Recogniser, text: string): Said | undefined {
  const chosen = hint()?.value ?? ''
  const { address, error } = r.recognise(text, r.isPlatform(chosen) ? chosen : undefined)
  if (address) return { part: address.via ? 'post' : 'found', fill: factsOf(r, address) }
  const parts = r.splitPaste(text)
  const known = parts.length > 1 ? parts.filter((part) => r.recognise(part).address).length : 0
  if (known > 0) return { part: 'note', fill: { sentence: region?.dataset.several?.replace('{n}', String(known)) } }
  if (error === 'empty') return undefined
  if (error === 'lookalike_host') {
    const { name, domain } = r.imitated(text)
    const sentence = name ? region?.dataset.lookalike?.replaceAll('{}', name) : r.reasonWords[error][lang()]
    return { part: 'lookalike', fill: { sentence, domain } }
  }
  const asks = error === 'ambiguous_handle' || error === 'platform_mismatch'
  return { part: 'note', fill: { sentence: r.reasonWords[error][lang()] }, asks }
}

const lang = () => (document.documentElement.lang === 'en' ? 'en' : 'vi')

function factsOf(r: Recogniser, { platform, kind, handle, uid, canonical }: Address) {
  const { places = {}, kinds = {} } = JSON.parse(region?.dataset.names ?? '{}') as Record<
    string,
    Record<string, string>
  >
  const name = places[platform] ?? r.platformName(platform)
  return {
    initial: name.slice(0, 1).toUpperCase(),
    platform: name,
    kind: platform in places ? undefined : `, ${kinds[kind]}`,
    ...{ handle, uid, canonical },
  }
}

/** What was said already is not said again: a screen reader reads every change. */
function show(said: Said | undefined) {
  const now = JSON.stringify(said) ?? ''
  if (now === shown) return
  shown = now
  const template = said && document.querySelector<HTMLTemplateElement>(`template[data-part="${said.part}"]`)
  const part = template?.content.cloneNode(true) as DocumentFragment | undefined
  if (said && part) fill(part, said.fill)
  region?.replaceChildren(...(part ? [part] : []))
  if (said?.asks) hint()?.closest('details')?.setAttribute('open', '')
}

/** A fact without a value is taken out. */
function fill(part: DocumentFragment, values: Said['fill']) {
  for (const slot of part.querySelectorAll<Element>('[data-fill]')) {
    const value = values[(slot as HTMLElement).dataset.fill ?? '']
    if (value === undefined) (slot.closest('dl > div') ?? slot).remove()
    else slot.textContent = value
  }
  part.querySelector('[data-use]')?.addEventListener('click', () => {
    field().value = values.canonical ?? ''
    field().focus()
    soon(0)
  })
}
