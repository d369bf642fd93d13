import pg from 'pg'

/** One connection of the administering user, for as long as `act` takes. */
export async function asAdmin<T>(url: string, act: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url })
  admin.on('error', () => {}) // one that breaks in use fails its query; unheard, it would end the process
  await admin.connect()
  try {
    return await act(admin)
  } finally {
    await admin.end()
  }
}
