const longest = 2_048

/** What was typed, as it is kept beside the canonical form. Only of an address that was recognised: refused text is not kept. */
export const kept = (typed: string): string => typed.trim().slice(0, longest).toWellFormed()
