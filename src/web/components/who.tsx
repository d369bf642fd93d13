/** Whom a task is about: name, office and unit, as far as they are known, in the language of the register. */
export const Who = ({
  of,
}: {
  readonly of: { readonly name: string; readonly office?: string | null; readonly unit: string | null }
}) => <span lang="vi">{[of.name, of.office, of.unit].filter(Boolean).join(', ')}</span>
