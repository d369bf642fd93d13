import { recognise } from '../../addresses/index.ts'
import { type Life, onPlatforms, onWebsites } from './lives.ts'
import type { MadeUp } from './people.ts'

export type MadeUpPage = {
  readonly person: MadeUp
  readonly address: PlaceholderAddress
  readonly since: string
  readonly life: Life
}
export type MadeUpDraft = {
  readonly person: MadeUp
  readonly address: PlaceholderAddress
  readonly manager?: 'alone'
}

export type PlaceholderAddress = NonNullable<ReturnType<typeof recognise>['address']>

/** Platforms get a handle that says `mau` (“sample”); websites a name under example.com, .net and .org, which are nobody's by
 *  RFC 2606. Nothing here is ever asked for. */
const placeholders = {
  facebook: (slug: string) => `https://www.facebook.com/${slug}mau`,
  x: (slug: string) => `https://x.com/${slug}_mau`,
  youtube: (slug: string) => `https://www.youtube.com/@${slug}-mau`,
  instagram: (slug: string) => `https://www.instagram.com/${slug}mau`,
  site: (slug: string) => `https://${slug}.example.com/`,
}
const social = ['facebook', 'youtube', 'instagram', 'x'] as const

function addressOf(text: string): PlaceholderAddress {
  const { address } = recognise(text)
  if (!address) throw new Error(`a sample address is not recognised: ${text}`)
  return address
}

/** The member shows every state there is, one page each. */
export function pagesOfMember(member: MadeUp): readonly MadeUpPage[] {
  const { slug } = member
  const page = (text: string, since: string, life: Life) => ({ person: member, address: addressOf(text), since, life })
  return [
    page(`https://${slug}-cu.example.net/`, '2011-06', onWebsites.closed),
    page(`https://www.instagram.com/${slug}cumau`, '2015', onPlatforms.closed),
    page(`https://x.com/${slug}_mau`, '2016-09', onPlatforms.lost),
    page(`https://www.youtube.com/@${slug}-mau`, '2018-02', onPlatforms.closing),
    page(`https://www.instagram.com/${slug}mau`, '2019-11', onPlatforms.frozen),
    page(`https://${slug}-anh.example.net/`, '2020', onWebsites.silent),
    page(`https://${slug}-nhatky.example.org/`, '2020-04', onWebsites.ended),
    page(`https://${slug}-sach.example.net/`, '2021', onWebsites.missed),
    page('https://www.facebook.com/phuongmau.hoatdong', '2021-08', onPlatforms.forUnit),
    page(`https://${slug}-duan.example.com/`, '2023-01', onWebsites.missing),
    page(`https://${slug}-moi.example.com/`, '2024', onWebsites.waiting),
    page(`https://www.facebook.com/nhom.${slug}mau`, '2022', onPlatforms.shared),
    page(`https://${slug}.example.org/`, '2022-10', onWebsites.confirmable),
    page(`https://www.facebook.com/${slug}mau`, '2012-03', onPlatforms.confirmable),
    page(`https://${slug}.example.com/`, '2017-05', onWebsites.rechecked),
  ]
}

export const draftsOfMember = (member: MadeUp): readonly MadeUpDraft[] => [
  { person: member, address: addressOf(`https://www.youtube.com/@${member.slug}-kenh-mau`) },
  { person: member, address: addressOf(`https://${member.slug}-hoctap.example.com/`), manager: 'alone' },
]

const howMany = [1, 0, 2, 1, 3, 0, 1, 2]

/** Of everybody else, about three in four have declared something, each life in its turn. */
export function pagesOfOthers(others: readonly MadeUp[]): readonly MadeUpPage[] {
  const lives = { social: turns(Object.values(onPlatforms)), site: turns(Object.values(onWebsites)) }
  return others.flatMap((person, n) =>
    Array.from({ length: howMany[n % howMany.length] as number }, (_, k) => {
      const kind = (n + k) % 3 === 2 ? 'site' : 'social'
      const platform = kind === 'site' ? 'site' : (social[(n + k) % social.length] as (typeof social)[number])
      const since = `${2010 + ((n * 7 + k) % 15)}-${String(1 + (n % 12)).padStart(2, '0')}`
      return { person, address: addressOf(placeholders[platform](person.slug)), since, life: lives[kind]() }
    }),
  )
}

export const draftsOfOthers = (others: readonly MadeUp[]): readonly MadeUpDraft[] =>
  others
    .filter((_, n) => n % 11 === 5)
    .map((person) => ({ person, address: addressOf(placeholders.facebook(person.slug)), manager: 'alone' }))

function turns<T>(list: readonly T[]): () => T {
  let n = 0
  return () => list[n++ % list.length] as T
}
