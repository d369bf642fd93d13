/** Copy buttons. Without this script they stay hidden, and the fields are selected by hand. */
document.documentElement.classList.add('js')

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
  button.addEventListener('click', () => copy(button))
}

async function copy(button: HTMLButtonElement) {
  const field = document.getElementById(button.dataset.copies ?? '')
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  field.select()
  if (await taken(field.value)) announce(button.dataset.done ?? '')
}

/** Over plain http there is no clipboard interface; the older command copies what is selected. */
async function taken(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return document.execCommand('copy')
  }
}

function announce(done: string) {
  const status = document.getElementById('copied')
  if (status) status.textContent = done
}

export {}
