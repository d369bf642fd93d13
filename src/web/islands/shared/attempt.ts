/** What the register says no to, in its own words. */
export class Said extends Error {}

/** A button whose work takes a while: pressed once at a time, with a word while it lasts, and with what went wrong beside it. The words stand in
 *  the page, in its language. */
export async function attempt(
  part: HTMLElement,
  button: HTMLButtonElement,
  act: () => Promise<void>,
  wordsFor: (error: unknown) => string | undefined,
): Promise<void> {
  if (button.getAttribute('aria-disabled') === 'true') return
  say(part, { waiting: part.dataset.waiting })
  button.setAttribute('aria-disabled', 'true')
  try {
    await act()
  } catch (error) {
    say(part, { alert: wordsFor(error) })
    button.removeAttribute('aria-disabled')
  }
}

/** What needs a script to be of use is there; what is said where there is none is not. */
export function withScript(): void {
  document.documentElement.classList.add('js')
  for (const part of document.querySelectorAll<HTMLElement>('[data-without-script]')) part.hidden = true
}

export function say(
  part: HTMLElement,
  { alert = '', waiting = '' }: { alert?: string | undefined; waiting?: string | undefined },
): void {
  const status = part.querySelector('[role=status]')
  if (status) status.textContent = waiting
  const message = Object.assign(document.createElement('p'), { className: 'govuk-error-message', textContent: alert })
  part.querySelector('[role=alert]')?.replaceChildren(...(alert ? [message] : []))
}
