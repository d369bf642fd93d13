import type { VNode } from 'preact'
import type { Lang } from '../words.ts'
import * as C from './index.ts'

/** One of each component as a room would use it; the tests of this folder look at all of them. */
export function specimens(lang: Lang): Readonly<Record<string, VNode>> {
  return { ...frames(lang), ...forms(lang), ...answers(lang), ...parts(lang), ...layout(lang) }
}

export const at = new Date('2026-11-24T03:42:07Z')
const address = 'https://www.facebook.com/nguyenvanamau'
const given = { organisation: 'Đơn vị Mẫu', path: '/declarations?page=2', assets: (name: string) => `/assets/${name}` }
const nav = [
  { href: '/declarations', text: 'Trang của tôi', current: true },
  { href: '/incidents/new', text: 'Trang bị chiếm', red: true },
]

const frames = (lang: Lang) => ({
  Frame: (
    <C.Frame
      {...given}
      lang={lang}
      title="T"
      nav={nav}
      person={{ name: 'N' }}
      back={{ href: '/' }}
      sample
      islands={['copy.js']}
    >
      <C.PageTitle>T</C.PageTitle>
    </C.Frame>
  ),
})

const choices = [
  { value: 'a', text: 'Một', hint: 'Gợi ý' },
  { value: 'b', text: 'Hai' },
]

const forms = (lang: Lang) => ({
  Form: <C.Form action="/declarations" hidden={{ step: '2', none: undefined }} children={<C.Button>Gửi</C.Button>} />,
  FileField: (
    <C.FileField {...{ lang, name: 'file', label: 'Tệp', hint: 'Nhiều nhất 10 MB', error: 'Thiếu' }} accept=".csv" />
  ),
  TextField: (
    <C.TextField {...{ lang, name: 'text', label: 'Địa chỉ', hint: 'Dán', error: 'Thiếu', value: '"<b>' }} code />
  ),
  TextArea: (
    <C.TextArea {...{ lang, name: 'area', label: 'Trả lời', hint: 'Ngắn', error: 'Thiếu', value: '</textarea>' }} />
  ),
  SearchForm: <C.SearchForm lang={lang} action="/units" label="Tìm" hint="Gợi ý" find="Tìm" sought="Hải Châu" />,
  Select: <C.Select {...{ lang, name: 'select', label: 'Đơn vị', options: choices, value: 'b' }} empty />,
  Radios: (
    <C.Radios {...{ lang, name: 'radios', legend: 'Ai', items: choices, value: 'b', hint: 'H', error: 'Chọn một' }} />
  ),
  Checkboxes: <C.Checkboxes {...{ lang, name: 'boxes', legend: 'Gì', items: choices, values: ['a'] }} />,
  Checkbox: <C.Checkbox {...{ lang, name: 'keep', text: 'Để lại', hint: 'H', error: 'Cần', checked: true }} />,
  Fieldset: <C.Fieldset {...{ lang, id: 'set', legend: 'Ngày', hint: 'H', error: 'Sai', children: 'x' }} />,
  Button: <C.Button kind="warning" name="a" value="b" children="Dừng" />,
  ButtonLink: <C.ButtonLink href="/x" kind="secondary" children="Tiếp" />,
  ActLink: <C.ActLink href="/x" of="Facebook" children="Sửa" />,
  ButtonGroup: <C.ButtonGroup children={<C.Button>Gửi</C.Button>} />,
  ErrorSummary: <C.ErrorSummary lang={lang} errors={[{ field: 'text', message: 'Thiếu địa chỉ' }]} />,
  Initial: <C.Initial of="Facebook" />,
  Details: <C.Details summary="Vì sao" children="Vì vậy" />,
  AskBox: <C.AskBox lang={lang} value="x" error="Chưa đọc được" />,
  CopyField: <C.CopyField {...{ lang, id: 'dns-name', label: 'Tên', value: '_chinhdanh-challenge', hint: 'H' }} />,
})

const confirmed = { kind: 'confirmed', address, level: 3, levelAt: at, answeredAt: at } as const

const answers = (lang: Lang) => ({
  Answer: (
    <C.Answer
      lang={lang}
      answer={{ ...confirmed, owner: 'A', office: 'B', personHref: '/p' }}
      links={{ signed: '/s' }}
    />
  ),
  AnswerUnconfirmed: <C.Answer lang={lang} answer={{ kind: 'unconfirmed' }} links={{ report: '/r' }} />,
  AnswerSuspended: (
    <C.Answer lang={lang} answer={{ kind: 'suspended', address, since: at, level: 3, levelAt: at, answeredAt: at }} />
  ),
  AnswerClosed: <C.Answer lang={lang} answer={{ kind: 'closed', address, closedOn: '2026-08-03', answeredAt: at }} />,
  AnswerImitation: <C.Answer lang={lang} answer={imitation} links={{ object: '/o' }} />,
  Seal: <C.Seal kind="closed" />,
})

const imitation: C.ImitationAnswer = {
  ...{ kind: 'imitation', address: `${address}.hotro`, answeredAt: at, reasons: ['dùng họ tên', 'xin tiền'] },
  ...{ decidedOn: '2026-11-20', lapsesOn: '2027-05-19', rightPage: { address, level: 3, levelAt: at } },
}

const columns = [
  { head: 'Lúc nào', nowrap: true },
  { head: 'Số', label: 'Số', figures: true },
]
const mark = (lang: Lang) => <C.LevelMark level={2} lang={lang} at={at} />

const parts = (lang: Lang) => ({
  LevelMark: mark(lang),
  LevelName: <C.LevelName level={1} lang={lang} />,
  LevelsAside: <C.LevelsAside lang={lang} />,
  Address: <C.Address text={address} />,
  Breakable: <C.Breakable text="_chinhdanh-challenge.lan.example" />,
  Time: <C.Time at={at} lang={lang} />,
  Facts: <C.Facts children={<C.Fact term="Mức">{mark(lang)}</C.Fact>} />,
  Fact: <C.Fact term="Đơn vị">Phòng Mẫu 2</C.Fact>,
  Recognised: (
    <C.Recognised {...{ lang, platform: 'Facebook', handle: 'a', permanentId: '1', address, pasted: 'fb.com/a' }} />
  ),
  SummaryList: <C.SummaryList lang={lang} rows={[{ key: 'Nền tảng', value: 'F', change: { href: '/c' } }]} />,
  Todo: (
    <C.Todo
      items={[1, 2].map((n) => ({ title: `Việc ${n}`, note: 'N', act: { href: `/${n}`, text: 'Làm', post: n === 2 } }))}
    />
  ),
  Entries: (
    <C.Entries
      items={[
        {
          title: 'F',
          address,
          state: mark(lang),
          tag: <C.VisibilityTag visibility="private" lang={lang} />,
          acts: [{ href: '/x', text: 'Xem' }],
        },
      ]}
    />
  ),
  EntryState: <C.EntryState word="Đã đóng">Ngày 03/08/2026</C.EntryState>,
  Steps: (
    <C.Steps
      items={[
        { title: 'Một', state: 'done', children: 'Xong' },
        { title: 'Hai', state: 'now' },
      ]}
    />
  ),
  Diagnosis: (
    <C.Diagnosis
      {...{
        lang,
        expected: <C.Marked text="token=abc" parts={['abc']} />,
        found: ['token=x'],
        where: 'W',
        whereNote: 'N',
        at,
      }}
    />
  ),
  Marked: <C.Marked text="token=a.c" parts={['a.c']} />,
  Qr: <C.Qr text="https://so.example/r/1" label="Mã QR" />,
  Receipt: (
    <C.Receipt
      {...{ lang, title: 'Đã nhận', code: 'BN-7K4M-9QXZ', url: 'https://so.example/r/1', note: 'N', children: 'F' }}
    />
  ),
  Tag: <C.Tag kind="late">Quá hạn</C.Tag>,
  VisibilityTag: <C.VisibilityTag visibility="listed" lang={lang} />,
  TaskDesk: (
    <C.TaskDesk
      title="Việc được giao"
      lead="Việc đang chờ đồng chí."
      none="Không có việc nào."
      heads={{ number: 'Số', cells: ['Đơn vị'], open: 'Mở' }}
      tasks={[{ href: '/viec/1', number: 'H-0001', kind: 'Xác nhận định kỳ', cells: ['Phòng Mẫu'] }]}
    />
  ),
  OpenTask: (
    <C.OpenTask action="/viec/1" text="Khi mở, người đó thấy ai đã mở." looker="Lê Văn C, Cán bộ" button="Mở" />
  ),
  Who: <C.Who of={{ name: 'Nguyễn Văn An', office: null, unit: 'Chi bộ 1' }} />,
  StackTable: <C.StackTable caption="Các lần xem" columns={columns} rows={[{ cells: ['18/11/2026', '2'] }]} named />,
  CellLines: <C.CellLines first="18/11/2026" second="14:05" />,
  Quote: <C.Quote children="Lời sẽ hiện" />,
  Chips: <C.Chips label="Lọc" items={[{ href: '/', text: 'Tất cả', count: 8, current: true }]} />,
  Notices: <C.Notices items={[{ title: 'Đơn vị', text: 'Đã nhận' }]} />,
  Pagination: <C.Pagination lang={lang} previous="/1" next="/3" />,
  WarningText: <C.WarningText lang={lang} children="Không mở lại được" />,
  InsetText: <C.InsetText children="Ghi thêm" />,
})

const layout = (_: Lang) => ({
  PageTitle: <C.PageTitle caption="Trang web">Xác minh</C.PageTitle>,
  Heading: <C.Heading small>Nên làm gì</C.Heading>,
  Lead: <C.Lead>Câu đầu</C.Lead>,
  Soft: <C.Soft>Câu sau</C.Soft>,
  Measure: <C.Measure>x</C.Measure>,
  Two: <C.Two even>x</C.Two>,
  Panel: <C.Panel>x</C.Panel>,
  RedBox: <C.RedBox>x</C.RedBox>,
  NoPrint: <C.NoPrint>x</C.NoPrint>,
  BulletList: <C.BulletList items={['x']} />,
  Rule: <C.Rule />,
})
