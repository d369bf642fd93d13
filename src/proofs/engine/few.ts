/** Lets so many act at once; the others wait their turn. */
export function few(most: number): <T>(act: () => Promise<T>) => Promise<T> {
  let acting = 0
  const waiting: (() => void)[] = []
  return async (act) => {
    if (acting < most) acting += 1
    else await new Promise<void>((come) => waiting.push(come))
    try {
      return await act()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else acting -= 1
    }
  }
}
