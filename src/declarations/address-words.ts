import { type Kind, platformName as ownName, type Platform } from '../addresses/index.ts'
import { bothLanguages, type Lang } from '../web/words.ts'
import type { KeptAddress } from './types.ts'

/** A platform's own name is the same everywhere; these three are no platform. */
export const placeWords = bothLanguages({
  podcast: { vi: 'Podcast', en: 'Podcast' },
  rss: { vi: 'Nguồn tin RSS', en: 'RSS feed' },
  website: { vi: 'Trang web', en: 'Website' },
})

export const kindWords = bothLanguages({
  account: { vi: 'tài khoản', en: 'account' },
  channel: { vi: 'kênh', en: 'channel' },
  organization: { vi: 'trang tổ chức', en: 'organisation' },
  group: { vi: 'nhóm', en: 'group' },
  community: { vi: 'cộng đồng', en: 'community' },
  publication: { vi: 'ấn phẩm', en: 'publication' },
  website: { vi: 'trang web', en: 'website' },
  feed: { vi: 'nguồn tin', en: 'feed' },
  show: { vi: 'chương trình', en: 'show' },
} satisfies Record<Kind, { vi: string; en: string }>)

/** As people call it. */
export function platformName(platform: Platform, lang: Lang): string {
  const places: Partial<Record<Platform, string>> = placeWords[lang]
  return places[platform] ?? ownName(platform)
}

/** What it is there; nothing where the platform's name says it. */
export const kindName = ({ platform, kind }: KeptAddress, lang: Lang): string | undefined =>
  platform in placeWords[lang] ? undefined : kindWords[lang][kind]

/** `Facebook, tài khoản` */
export const whatItIs = (address: KeptAddress, lang: Lang): string =>
  [platformName(address.platform, lang), kindName(address, lang)].filter(Boolean).join(', ')
