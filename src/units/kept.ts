/** A name or code as it is kept: NFC, one blank between words, none around; nothing when it is empty, too long, or hides something. */
export function kept(text: string, longest: number): string | undefined {
  const clean = text.normalize('NFC').trim().replace(/\s+/gu, ' ')
  const hides = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/u
  return clean.length >= 1 && clean.length <= longest && !hides.test(clean) ? clean : undefined
}
