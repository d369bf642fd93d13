/** Keeps the figures of an import fresh while it is at work, and shows its page anew when it has ended. Without this script a link does. */
const place = document.getElementById('progress')
if (place) follow(place)

type Standing = { state: string; accepted: number; written: number; undone: number }

async function follow({ dataset }: HTMLElement) {
  for (;;) {
    await new Promise((done) => setTimeout(done, 1_000))
    const now = await standing(dataset.import ?? '')
    if (!now) continue
    if (now.state !== dataset.state) return location.reload()
    show(now)
  }
}

/** Nothing where the line is gone for a moment: it is asked again. */
async function standing(id: string): Promise<Standing | undefined> {
  try {
    const answer = await fetch(`/v1/imports/${id}`, { headers: { accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as Standing) : undefined
  } catch {
    return undefined
  }
}

function show({ state, accepted, written, undone }: Standing) {
  const [done, of] = state === 'writing' ? [written, accepted] : [undone, written]
  const bar = document.getElementById('progress-bar') as HTMLProgressElement | null
  const text = document.getElementById('progress-text')
  if (!bar || !text) return
  text.textContent = (text.textContent ?? '').replace(String(bar.value), String(done)) // the sentence is the page's own, in its language
  bar.max = of
  bar.value = done
}

export {}
