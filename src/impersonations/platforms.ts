import type { Platform } from '../addresses/index.ts'

/** Where a platform takes a report of an imitation. */
export type Form = {
  readonly link: string
  /** When somebody last saw that the link is the platform's own and leads there; null: not yet. */
  readonly checked: string | null
}

export const forms: Partial<Record<Platform, Form>> = {
  facebook: { link: 'https://www.facebook.com/help/contact/295309487309948', checked: null },
  instagram: { link: 'https://help.instagram.com/contact/636276399721841', checked: null },
  youtube: { link: 'https://support.google.com/youtube/answer/2801947', checked: null },
  tiktok: { link: 'https://www.tiktok.com/legal/report/feedback', checked: null },
  x: { link: 'https://help.x.com/en/forms/authenticity/impersonation', checked: null },
  telegram: { link: 'https://telegram.org/support', checked: null },
  zalo: { link: 'https://help.zalo.me', checked: null },
  bluesky: { link: 'https://bsky.social/about/support', checked: null },
}

export const formOf = (platform: string): Form | undefined => forms[platform as Platform]
