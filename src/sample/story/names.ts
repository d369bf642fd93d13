const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Mai']
const middles = ['Văn', 'Thị']
const letters = [...'ABCDEGHIKLMNOPQRSTUVXY']
const all = families.length * middles.length * letters.length

/** As forms are filled in to show how: a given name of one letter, which nobody has. No name comes twice. */
export function madeUpNames(): readonly string[] {
  return Array.from({ length: all }, (_, n) => nameAt((n * 137) % all)) // 137 and 484 share no factor
}

function nameAt(n: number): string {
  const family = families[n % families.length]
  const middle = middles[Math.floor(n / families.length) % middles.length]
  return `${family} ${middle} ${letters[Math.floor(n / (families.length * middles.length))]}`
}

/** `Nguyễn Văn A` as part of an address: `nguyenvana`. */
export const inAddresses = (name: string): string =>
  name
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s]/g, '')
    .toLowerCase()
