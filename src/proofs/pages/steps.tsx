import { Address, ButtonLink, CopyField, type Step, Steps, timeText } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import type { Publish } from '../methods/index.ts'
import type { Proof } from '../types.ts'
import { words } from '../words.ts'

type StepsProps = {
  readonly lang: Lang
  readonly proof: Proof
  readonly publish: Publish
  readonly platform: string
}

/** What to put where, step by step, each value with its own copy button. */
export function PublishSteps({ lang, proof, publish, platform }: StepsProps) {
  if ('type' in publish) return <Steps items={recordSteps(publish, proof, lang)} />
  if ('tag' in publish) return <Steps items={tagSteps(publish, proof, lang)} />
  if ('link' in publish) return <Steps items={linkSteps(publish, proof, lang)} />
  if ('code' in publish) return <Steps items={codeSteps(publish, proof, platform, lang)} />
  if ('path' in publish) return <Steps items={fileSteps(publish, proof, lang)} />
  return null
}

type Record = Extract<Publish, { type: 'TXT' }>
type Code = Extract<Publish, { code: string }>
type Link = Extract<Publish, { link: string }>
type File = Extract<Publish, { path: string }>
type Tag = Extract<Publish, { tag: string }>

function recordSteps({ type, name, value }: Record, proof: Proof, lang: Lang): Step[] {
  const w = words[lang]
  const [label = '', ...host] = name.split('.')
  const three = (
    <>
      <CopyField lang={lang} id="dns-type" label={w.recordType} value={type} />
      <CopyField lang={lang} id="dns-name" label={w.recordName} value={label} hint={w.recordNameHint(host.join('.'))} />
      <CopyField lang={lang} id="dns-value" label={w.recordValue} value={value} rows={3} />
      <Lasts proof={proof} lang={lang} />
    </>
  )
  return [
    { title: w.stepOpenDns, children: w.stepOpenDnsText },
    { title: w.stepAddRecord, children: three },
    { title: w.stepCheck, children: w.stepCheckDns },
  ]
}

function fileSteps({ url, path, body }: File, proof: Proof, lang: Lang): Step[] {
  const w = words[lang]
  const file = (
    <>
      <p>{w.stepDownloadText}</p>
      <ButtonLink kind="secondary" href={`/proofs/${proof.id}/file`}>
        {w.download}
      </ButtonLink>
    </>
  )
  const place = (
    <>
      <CopyField lang={lang} id="file-path" label={w.filePath} value={path} rows={3} hint={w.filePathHint} />
      <CopyField lang={lang} id="file-body" label={w.fileBody} value={body} />
      <p>
        {w.fileOpens} <Address text={url} />
      </p>
      <Lasts proof={proof} lang={lang} />
    </>
  )
  return [
    { title: w.stepDownload, children: file },
    { title: w.stepUpload, children: place },
    { title: w.stepCheck, children: w.stepCheckWeb },
  ]
}

function tagSteps({ url, tag }: Tag, proof: Proof, lang: Lang): Step[] {
  const w = words[lang]
  const copy = (
    <>
      <CopyField lang={lang} id="meta-tag" label={w.tag} value={tag} rows={3} />
      <Lasts proof={proof} lang={lang} />
    </>
  )
  return [
    { title: w.stepOpenPage, children: w.stepOpenPageText(url) },
    { title: w.stepAddTag, children: copy },
    { title: w.stepCheck, children: w.stepCheckWeb },
  ]
}

/** A profile takes the address alone; on a website the link is written out. */
function linkSteps({ url, link, href }: Link, proof: Proof, lang: Lang): Step[] {
  const w = words[lang]
  const profile = link === href
  const copy = profile ? (
    <CopyField lang={lang} id="link" label={w.linkAddress} value={href} rows={2} />
  ) : (
    <CopyField lang={lang} id="link" label={w.link} value={link} rows={5} hint={w.stepAddLinkText} />
  )
  const paste = (
    <>
      {copy}
      <p class="cd-small cd-soft">
        {w.linkTells} {goodFor(proof, lang)}
      </p>
    </>
  )
  return [
    profile
      ? { title: w.stepOpenProfile, children: w.stepOpenProfileText(url) }
      : { title: w.stepOpenPage, children: w.stepOpenLinkText(url) },
    { title: profile ? w.stepAddWebsite : w.stepAddLink, children: paste },
    { title: w.stepCheck, children: w.stepCheckWeb },
  ]
}

const fieldOf = {
  github: 'codeInGithub',
  gitlab: 'codeInGitlab',
  mastodon: 'codeInMastodon',
  bluesky: 'codeInBluesky',
  youtube: 'codeInYoutube',
} as const

/** Each platform calls the field by another name, so it is named as the person will read it there. */
function codeSteps({ url, code }: Code, proof: Proof, platform: string, lang: Lang): Step[] {
  const w = words[lang]
  const field = platform in fieldOf ? w[fieldOf[platform as keyof typeof fieldOf]] : undefined
  const paste = (
    <>
      {field && <p>{field}</p>}
      <CopyField lang={lang} id="code" label={w.code} value={code} hint={w.codeAnywhere} />
      <p class="cd-small cd-soft">
        {w.codeNamesNobody} {proof.codeUntil && w.codeGoodUntil(timeText(proof.codeUntil, lang))}
      </p>
    </>
  )
  return [
    { title: w.stepOpenProfile, children: w.stepOpenProfileText(url) },
    { title: w.stepPasteCode, children: paste },
    { title: w.stepCheck, children: w.stepCheckCode },
  ]
}

const goodFor = ({ expiresOn }: Proof, lang: Lang) =>
  expiresOn ? words[lang].goodUntil(timeText(expiresOn, lang, 'day')) : words[lang].goodForever

function Lasts({ proof, lang }: { proof: Proof; lang: Lang }) {
  return (
    <p class="cd-small cd-soft">
      {words[lang].codeNamesNobody} {goodFor(proof, lang)}
    </p>
  )
}
