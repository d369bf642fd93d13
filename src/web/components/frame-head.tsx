import type { FrameProps } from './frame-props.ts'
import { words } from './words.ts'

/** The plain name of the one stylesheet. */
export const STYLESHEET = 'chinhdanh.css'

type HeadProps = Pick<FrameProps, 'lang' | 'title' | 'error' | 'assets' | 'robots'> & { islands: readonly string[] }

export function FrameHead({ lang, title, error, assets, robots = 'noindex', islands }: HeadProps) {
  const w = words[lang]
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${error ? w.errorPrefix : ''}${title} – ${w.product}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      {robots === 'noindex' && <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#faf6ec" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#0f1c1f" media="(prefers-color-scheme: dark)" />
      <link rel="icon" href={assets('logo.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assets(STYLESHEET)} />
      {islands.map((name) => (
        <script key={name} type="module" src={assets(name)} defer />
      ))}
    </head>
  )
}
