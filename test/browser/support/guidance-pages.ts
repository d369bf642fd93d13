import type { Help, Somebody } from './index.ts'
import type { Opened } from './press.ts'

type Page = { readonly name: string; readonly open: (at: Opened) => Promise<'answer to a form' | undefined> }

const title = { vi: 'Sổ Chính Danh: là gì và quyền của anh/chị', en: 'This register: what it is, and your rights' }
const text = {
  vi: 'Sổ này ghi các trang mà anh/chị **tự đứng tên**.\n\n## Anh/chị cần làm gì\n\n1. Khai báo từng trang.\n2. Xác minh nếu muốn.\n\n## Sổ này không làm gì\n\n- Không đọc, không lưu những gì anh/chị viết.\n- Không theo dõi lượt xem.',
  en: 'This register holds the pages that you run **under your own name**.\n\n## What you do\n\n1. Declare each page.\n2. Prove it, if you want.\n\n## What it does not do\n\n- It does not read or keep what you write.\n- It does not follow views.',
}

const rows = async (help: Help, sql: string, values: readonly unknown[]) =>
  await help.ask<Record<string, string>[]>({ act: 'sql', text: sql, values: values as string[] })

/** A text for the unit of this person, acknowledged by nobody, with an older version. */
async function written(help: Help, who: Somebody): Promise<string> {
  const [made] = await rows(help, 'insert into guidance (id, unit) values (gen_random_uuid(), $1) returning id', [
    who.unit,
  ])
  for (const n of [1, 2])
    await rows(
      help,
      `insert into guidance_version (id, guidance, n, material, title_vi, title_en, guide_vi, guide_en, published_by_name)
       values (gen_random_uuid(), $1, $2, true, $3, $4, $5, $6, 'Đỗ Văn Q') returning id`,
      [made?.id, n, title.vi, title.en, text.vi, text.en],
    )
  return made?.id as string
}

const shown = (
  name: string,
  role: 'officer' | 'administrator' | undefined,
  path: (id: string, code: string) => string,
): Page => ({
  name,
  open: async ({ page, help }) => {
    const who = await help.person({ name: 'Lê Văn C', office: 'Cán bộ phụ trách', ...(role ? { role } : {}) })
    const id = await written(help, who)
    if (role === 'officer')
      await rows(
        help,
        'insert into guidance_count (guidance, unit, persons, read) values ($1, $2, 24, 17) returning guidance',
        [id, who.unit],
      )
    const [unit] = await rows(help, 'select code from unit where id = $1', [who.unit])
    await help.signIn(page.context(), who)
    await page.goto(path(id, unit?.code ?? ''))
    return undefined
  },
})

/** Texts: as they are read, and as officers and administrators see them. */
export const guidancePages: readonly Page[] = [
  shown('guidance', undefined, () => '/guidance'),
  shown('guidance-text', undefined, (id) => `/guidance/${id}`),
  shown('guidance-duties', 'officer', (id) => `/guidance/${id}`),
  shown('guidance-version', undefined, (id) => `/guidance/${id}/versions/1`),
  shown('guidance-new', 'administrator', () => '/guidance/new'),
  shown('guidance-edit', 'administrator', (id) => `/guidance/${id}/edit`),
  shown('guidance-missing', 'officer', (id, code) => `/guidance/${id}/missing?unit=${code}`),
  shown('guidance-figures', 'officer', (id, code) => `/guidance/${id}/figures?unit=${code}`),
]
