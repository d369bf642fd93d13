// Telephone numbers as people write them.

const separators = /[\s.\-()]/g

/** The digits with their plus; nothing when anything but a number stands there. */
export function numberIn(text: string): string | undefined {
  const bare = text.replace(separators, '')
  return /^\+?\d+$/.test(bare) ? bare : undefined
}

/** A Vietnamese mobile number: `0` and nine digits, or `84` and nine digits. 9 digits and the old 11-digit plan are none. */
export function vietnameseMobile(number: string): string | undefined {
  const local = /^(?:0|\+?84)([35789]\d{8})$/.exec(number)?.[1]
  return local && `84${local}`
}

/** A number with its country code, 8 to 15 digits. */
export function internationalNumber(number: string): string | undefined {
  return /^\+?([1-9]\d{7,14})$/.exec(number)?.[1]
}

/** What a person may have meant as a number: enough digits, and nothing else. */
export function looksLikePhone(text: string): boolean {
  const digits = numberIn(text)?.replace('+', '').length ?? 0
  return digits >= 7 && digits <= 15
}
