import type { TestHouse } from './house.ts'

/** What the public is told about an address, now. */
export async function publicAnswer(house: TestHouse, canonical: string): Promise<string> {
  const { payload } = await house.server.inject({ url: `/v1/verify?url=${encodeURIComponent(canonical)}` })
  return (JSON.parse(payload) as { answer: string }).answer
}
