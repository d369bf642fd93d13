/** Whom it is about, seen from the unit in which everybody who knocks stands. */
export const relations = [
  'self',
  'own',
  'bearer', // in the own unit, and auditor there
  'child', // in a unit below that has no officer
  'child with officer',
  'parent',
  'sibling',
  'other',
  'former', // in the unit where the actor's term is over
  'moved', // was in the own unit until yesterday, is now elsewhere
  'gone', // left the organisation out of the own unit
  'absent', // there is no such person
] as const
export type Relation = (typeof relations)[number]

export const unitsAround = [
  'own',
  'child',
  'child with officer',
  'parent',
  'sibling',
  'other',
  'former',
  'absent',
] as const
export type UnitName = (typeof unitsAround)[number]

/** A table that is read with the eyes: who is let in is crossed, whoever is not named in a column or a row is not. */
export function grid(text: string): (column: string, row: string) => boolean {
  const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '')
  const columns = head
    .split('|')
    .slice(1)
    .map((cell) => cell.trim())
  const crossed = new Set(
    lines.flatMap((line) => {
      const [row = '', ...cells] = line.split('|').map((cell) => cell.trim())
      return cells.flatMap((cell, n) => (cell === 'x' ? [`${columns[n]}/${row}`] : []))
    }),
  )
  return (column, row) => crossed.has(`${column}/${row}`)
}
