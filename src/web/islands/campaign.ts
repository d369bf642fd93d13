/** Keeps the figures of a campaign fresh while it runs, and shows its page anew when it runs no more. Without this script a link does. */
const place = document.getElementById('campaign')
const from = place?.dataset.follow

type Standing = Readonly<Record<string, number | string>> & { readonly state: string }

if (place && from) {
  const events = new EventSource(from)
  events.onmessage = ({ data }) => {
    const now = JSON.parse(String(data)) as Standing
    if (now.state === place.dataset.state) return show(place, now)
    events.close()
    location.reload()
  }
}

function show(at: HTMLElement, now: Standing) {
  for (const figure of at.querySelectorAll<HTMLElement>('[data-figure]')) {
    const said = Number(now[figure.dataset.figure ?? '']).toLocaleString(document.documentElement.lang)
    if (figure.textContent !== said) figure.textContent = said
  }
}

export {}
