import { displayAddress } from '../../addresses/index.ts'
import { type Filer, platformName } from '../../declarations/index.ts'
import {
  ActLink,
  BulletList,
  Fact,
  Facts,
  Heading,
  NoPrint,
  Receipt as Paper,
  Time,
  timeText,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import type { Filed, FiledLine } from '../types.ts'
import { words } from '../words.ts'

export type ReceiptProps = {
  readonly lang: Lang
  readonly filed: Filed
  readonly lines: readonly FiledLine[]
  readonly filer: Filer
  /** The full address of the receipt, for the QR code. */
  readonly url: string
}

/** What was attested, line by line, and what it leaves to do. */
export function ReceiptPage({ lang, filed, lines, filer, url }: ReceiptProps) {
  const w = words[lang]
  return (
    <>
      <Paper lang={lang} title={w.received} code={filed.code} url={url} note={w.receiptNote}>
        <Facts>
          <Fact term={w.filer}>
            <span lang="vi">{filer.name}</span>
          </Fact>
          <Fact term={w.unit}>{filer.unit && <span lang="vi">{filer.unit}</span>}</Fact>
          <Fact term={w.receivedAt}>
            <Time at={filed.madeAt} lang={lang} form="second" />
          </Fact>
          <Fact term={w.forDate}>{timeText(filed.dueOn, lang, 'day')}</Fact>
          <Fact term={w.said}>{filed.said === 'none' ? w.saidNone : w.saidPages(filed.pages)}</Fact>
          {lines.length > 0 && (
            <Fact term={w.answers}>
              <BulletList
                items={lines.map((line) => `${whatOf(line, lang)}: ${w[line.answer].toLocaleLowerCase(lang)}`)}
              />
            </Fact>
          )}
        </Facts>
      </Paper>
      <NoPrint>
        <Heading>{w.next}</Heading>
        <Next lang={lang} lines={lines} />
        <p>
          <ActLink href="/declarations">{w.toMyPages}</ActLink>
        </p>
      </NoPrint>
    </>
  )
}

const whatOf = ({ address }: FiledLine, lang: Lang) =>
  `${platformName(address.platform, lang)}, ${displayAddress(address.canonical)}`

function Next({ lang, lines }: Pick<ReceiptProps, 'lang' | 'lines'>) {
  const w = words[lang]
  const left = lines.filter(({ answer }) => answer === 'changed' || answer === 'closed')
  if (left.length === 0) return <p>{w.nextNothing}</p>
  return (
    <BulletList
      items={left.map((line) => (
        <ActLink href={`/declarations/${line.declaration}`}>
          {line.answer === 'changed' ? w.toChange(whatOf(line, lang)) : w.toClose(whatOf(line, lang))}
        </ActLink>
      ))}
    />
  )
}
