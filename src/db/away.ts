/** Refused, reset, cut off, shut down, or no connection free in time: the database said nothing, neither yes nor no. */
export function isDatabaseAway(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: unknown; message?: unknown }
  return /^(ECONN|EPIPE|ETIMEDOUT|EHOST|57|53300|08)/.test(String(code)) || said.test(String(message))
}

/** What pg and its pool throw without a code. */
const said =
  /timeout exceeded when trying to connect|Connection terminated|after calling end on the pool|connection error and is not queryable|cached plan must not change result type/
