import { bothLanguages, type Lang } from './words.ts'

const words = bothLanguages({ front: { vi: 'Về trang đầu', en: 'To the front page' } })

/** A refusal as a page: what happened, what to do, and a way on. */
export function RefusalPage({ title, detail, lang }: { title: string; detail?: string | undefined; lang: Lang }) {
  return (
    <div class="cd-measure">
      <h1 class="govuk-heading-xl">{title}</h1>
      {detail && <p class="cd-lead">{detail}</p>}
      <p>
        <a class="govuk-link cd-act" href="/">
          {words[lang].front}
        </a>
      </p>
    </div>
  )
}
