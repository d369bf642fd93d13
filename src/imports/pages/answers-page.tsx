import { ActLink, Fact, Facts, PageTitle, Pagination, Soft, StackTable } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { nav } from '../given.ts'
import { type Answered, countsOfAnswers, said, saidIn } from '../life/answers.ts'
import { type Found, rowsAtOnce } from '../life/store.ts'
import { words } from '../life-words.ts'

type Answers = {
  readonly one: Found
  readonly answers: readonly Answered[]
  readonly from: number
  readonly lang: Lang
}

/** What became of the accounts of a file: how many are whose, and line by line what its person said. */
export function answersPage({ one, answers, from, lang }: Answers): Reply {
  const w = words[lang]
  const path = `/imports/${one.id}/answers`
  const counts = countsOfAnswers(answers)
  const columns = [
    { head: w.rowNumber, label: w.rowNumber },
    { head: w.inFile },
    { head: w.account, label: w.account },
    { head: w.answer, label: w.answer },
  ]
  const rows = answers.slice(from, from + rowsAtOnce).map((line, n) => ({
    key: `${line.row} ${n}`,
    cells: [
      String(line.row),
      <span lang="vi">{line.fields.filter(Boolean).join(' · ').slice(0, 300)}</span>,
      line.typed.slice(0, 300),
      w[`said_${saidIn(line)}`],
    ],
  }))
  const content = (
    <>
      <PageTitle caption={one.file_name ?? w.aFile}>{w.answersTitle}</PageTitle>
      <Facts>
        {said.map((what) => (
          <Fact key={what} term={w[`said_${what}`]}>
            {String(counts[what])}
          </Fact>
        ))}
      </Facts>
      <Soft>{w.answersNote}</Soft>
      {answers.length > 0 ? (
        <>
          <p>
            <ActLink href={`${path}?format=csv`}>{w.answersFile} (CSV)</ActLink>{' '}
            <ActLink href={`${path}?format=xlsx`}>(XLSX)</ActLink>
          </p>
          <StackTable caption={w.answersTitle} captionHidden {...{ columns, rows }} />
        </>
      ) : (
        <p>{w.empty}</p>
      )}
      <Pagination
        lang={lang}
        previous={from > 0 ? `${path}?from=${Math.max(0, from - rowsAtOnce)}` : undefined}
        next={answers.length > from + rowsAtOnce ? `${path}?from=${from + rowsAtOnce}` : undefined}
      />
    </>
  )
  return page(w.answersTitle, content, { nav, back: { href: `/imports/${one.id}` }, wide: true, path })
}
