import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import type { FootLink } from './frame-foot.tsx'
import type { NavItem } from './main-nav.tsx'

/** From the plain name of an asset (`chinhdanh.css`, `copy.js`) to the address it is served under. */
export type Assets = (plainName: string) => string

export type FrameProps = {
  lang: Lang
  /** Without the product's name; the frame adds it, and “Lỗi: ” before it when `error`. */
  title: string
  error?: boolean
  organisation: string | undefined
  /** Path and query of this page, for the language switch. After a POST: of the page that shows the form. */
  path: string
  /** Who is signed in. Absent: the header offers to sign in. */
  person?: { name: string }
  nav?: readonly NavItem[]
  back?: { href: string; text?: string }
  /** True in sample mode: a banner on every page, with the button that ends it. */
  sample?: boolean
  assets: Assets
  /** Scripts of this page by plain name, for instance `['copy.js']`. Every page works without them. */
  islands?: readonly string[]
  robots?: 'noindex' | 'index'
  /** Uses the full page width; otherwise the content keeps to the measure of text. */
  wide?: boolean
  /** Replaces the footer's links, where a house has more or fewer rooms. */
  footLinks?: readonly FootLink[]
  /** Where one signs in; `null` where nobody can. */
  signInHref?: string | null
  children: ComponentChildren
}
