// @vitest-environment happy-dom
// Pictures and files of a library, as an editor meets them: in, described, used, replaced, deleted, had back.
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { answersFor, atWork, editor, pages } from './testing/pages.ts'
// Fetched when they are opened, later than a test looks.
import './files/FilesPage.vue'
import './files/FilesParts.vue'
import { files as words } from './files/messages/zh-CN.ts'
import { ownReasons } from './files/reasons.ts'
import { loadWords } from './files/words.ts'
import type { FilePart } from './operations.generated.ts'
import type { Staff } from './staff/staff.ts'

beforeAll(() => loadWords('zh-CN'))
afterEach(() => {
  vi.useRealTimers()
  pages.close()
})

const staff: Staff = {
  ...editor,
  libraries: editor.libraries.map((each) => ({ ...each, actions: ['asset.manage'] })),
}
const id = 'a-picture-of-the-library'
const variant = (width: number, type = 'image/webp') => ({ width, type, url: `/_files/${width}.webp` })
const picture: FilePart = {
  ...{ id, library: 'n33', state: 'READY', refusal: null, name: '阅览室.jpg', bytes: 300_000 },
  ...{ described: false, deletedAt: null, turn: 1, rev: 4 },
  shown: {
    kind: 'PICTURE',
    width: 1600,
    height: 900,
    pages: 0,
    variants: [480, 960, 1600].map((w) => variant(w)),
  },
  ...{ alt: [], decorative: false, focal: { x: 0.5, y: 0.5 }, credit: '', licence: 'OWN', title: [] },
  ...{ language: '', by: 'n33/editor-1', at: '2026-11-20T08:00:00Z', usedIn: [] },
}
const document: FilePart = {
  ...picture,
  name: '办证须知.pdf',
  bytes: 3_500_000,
  shown: { kind: 'DOCUMENT', width: 0, height: 0, pages: 12, variants: [variant(0, 'application/pdf')] },
}
const listOf = (...nodes: readonly FilePart[]): Answers => ({
  Files: {
    data: {
      assets: {
        ...{ totalCount: nodes.length, kept: 3_800_000, room: 2_147_483_648 },
        edges: nodes.map((node) => ({ node })),
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    },
  },
})
const one = (file: FilePart | null): Answers => ({
  OneFile: { data: { library: { site: 'http://n33.sites.test/' }, asset: file } },
  DescribeFile: { data: { describeAsset: { id } } },
  DeleteFile: { data: { deleteAsset: { id } } },
  RestoreFile: { data: { restoreAsset: { id } } },
})
const toSend = { id, turn: 1, parts: 2, partBytes: 3 }
const refused = (reason: string) => ({
  data: null,
  errors: [{ message: '', path: [], code: 'BAD_USER_INPUT', reason }],
})

async function settle(): Promise<void> {
  for (let i = 0; i < 8; i++) await settled()
}
async function opened(query: string, answers: Answers) {
  const page = await pages.open(
    `/console/files?library=n33${query}`,
    { ...answersFor(staff), ...answers },
    { portal: { session: atWork } },
  )
  await settle()
  return page
}
type Opened = Awaited<ReturnType<typeof opened>>
const told = ({ element }: Opened): string => element.textContent?.replace(/\s+/g, ' ') ?? ''
const sent = (page: Opened, name: string) =>
  page.portal.calls.gql.filter((call) => call.name === name).map(({ variables }) => variables)
const buttons = ({ element }: Opened): readonly string[] =>
  texts(element, 'button').map((each) => each.trim())
async function press({ element }: Opened, name: string): Promise<void> {
  const found = [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === name)
  if (!found) throw new Error(`There is no button ${name}.`)
  found.click()
  await settle()
}
async function fill({ element }: Opened, field: string, value: string, event = 'input'): Promise<void> {
  const found = element.querySelector<HTMLInputElement>(field)
  if (!found) throw new Error(`There is no field ${field}.`)
  found.value = value
  found.dispatchEvent(new Event(event))
  await settled()
}
async function drop({ element }: Opened, ...files: readonly File[]): Promise<void> {
  const event = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files } })
  element.querySelector('.give')?.dispatchEvent(event)
  await settle()
  await settle()
}

describe('the list', () => {
  it('shows small pictures, what each file is, and what is still to be done', async () => {
    const page = await opened('', listOf(picture, document))
    expect(page.element.querySelector('.files img')?.getAttribute('src')).toBe('/_files/480.webp')
    expect(told(page)).toContain('图片 1600 × 900 · 293 KB')
    expect(told(page)).toContain('PDF，12 页 · 3.3 MB')
    expect(told(page)).toContain('还没有写说明，不能用在页面上')
    expect(told(page)).toContain('已用 3.6 MB，一共 2 GB。')
  })

  it('is searched by words and kind, which stand in the address', async () => {
    const page = await opened('&search=%E9%98%85&kind=PICTURE&deleted=1', listOf())
    expect(sent(page, 'Files')).toEqual([
      { library: 'n33', search: '阅', kind: 'PICTURE', deleted: true, after: null },
    ])
    expect(told(page)).toContain('没有找到')
  })

  it('says that there is nothing yet, and that nobody answers', async () => {
    expect(told(await opened('', listOf()))).toContain('还没有图片和文件')
    pages.close()
    expect(told(await opened('', { Files: gatewayAway() }))).toContain('暂时打不开')
  })

  it('looks again while a file is worked on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const page = await opened('', listOf({ ...picture, state: 'WORKING' }))
    expect(told(page)).toContain('正在处理…')
    await vi.advanceTimersByTimeAsync(1_600)
    expect(sent(page, 'Files')).toHaveLength(2)
  })
})

describe('an upload', () => {
  const answers: Answers = {
    ...listOf(),
    BeginFile: { data: { beginAsset: toSend } },
    AddFilePart: { data: { addAssetPart: { id } } },
  }
  it('goes in parts, and leads to the description', async () => {
    const page = await opened('', answers)
    await drop(page, new File(['abcde'], '阅览室.jpg'))
    expect(sent(page, 'BeginFile')).toMatchObject([{ library: 'n33', name: '阅览室.jpg', bytes: 5 }])
    expect(sent(page, 'AddFilePart')).toEqual([
      { id, turn: 1, position: 0, content: btoa('abc') },
      { id, turn: 1, position: 1, content: btoa('de') },
    ])
    expect(told(page)).toContain('已经上传，正在处理')
    expect(page.element.querySelector(`.give a`)?.getAttribute('href')).toContain(`file=${id}`)
  })

  it('is refused where it is empty or too large, and the others go on', async () => {
    const page = await opened('', answers)
    const large = Object.defineProperty(new File(['a'], 'large.jpg'), 'size', { value: 13 * 1024 * 1024 })
    await drop(page, new File([], 'empty.jpg'), large, new File(['abcde'], 'good.jpg'))
    expect(told(page)).toContain('文件是空的')
    expect(told(page)).toContain('文件超过 12 MB')
    expect(sent(page, 'BeginFile')).toHaveLength(1)
  })

  it('says why the graph does not take it, and is sent again as the same when no answer came', async () => {
    const full = await opened('', { ...answers, BeginFile: refused('no-space') })
    await drop(full, new File(['abcde'], 'a.jpg'))
    expect(told(full)).toContain('本馆的空间已经用完')
    pages.close()
    const page = await opened('', { ...answers, BeginFile: gatewayAway() })
    await drop(page, new File(['abcde'], 'a.jpg'))
    expect(told(page)).toContain('没有收到回答')
    await press(page, '再传一次')
    const [first, second] = sent(page, 'BeginFile')
    expect(second).toEqual(first)
  })
})

describe('one file', () => {
  it('of a picture is described in words, which are asked for', async () => {
    const page = await opened(`&file=${id}`, one(picture))
    await press(page, '保存说明')
    expect(told(page)).toContain('请用中文写替代文字')
    expect(sent(page, 'DescribeFile')).toEqual([])
    await fill(page, '#file-alt-zh', '读者在看书')
    await fill(page, 'input[type=range]', '0.25')
    await press(page, '保存说明')
    expect(sent(page, 'DescribeFile')).toEqual([
      {
        ...{ id, rev: 4 },
        description: {
          ...{ name: '阅览室.jpg', credit: '', language: '', decorative: false, licence: 'OWN', title: [] },
          alt: [{ language: 'zh-CN', text: '读者在看书' }],
          focal: { x: 0.25, y: 0.5 },
        },
      },
    ])
    expect(told(page)).toContain('说明已经保存')
  })

  it('of a picture may be decoration, which has no words', async () => {
    const page = await opened(`&file=${id}`, one({ ...picture, alt: [{ language: 'bo', text: 'x' }] }))
    page.element.querySelector<HTMLInputElement>('input[value=yes]')?.click()
    await settled()
    expect(page.element.querySelector('#file-alt-zh')).toBeNull()
    await press(page, '保存说明')
    expect(sent(page, 'DescribeFile')).toMatchObject([{ description: { decorative: true, alt: [] } }])
  })

  it('of a document wants a title and a language, and can be opened', async () => {
    const page = await opened(`&file=${id}`, one(document))
    expect(page.element.querySelector('a[href="/_files/0.webp"]')).not.toBeNull()
    await press(page, '保存说明')
    expect(told(page)).toContain('请用中文写文件标题')
    await fill(page, '#file-title-zh', '办证须知')
    await press(page, '保存说明')
    expect(told(page)).toContain('请选文件的语言')
    await fill(page, '#file-language', 'zh-CN', 'change')
    await press(page, '保存说明')
    expect(sent(page, 'DescribeFile')).toMatchObject([
      { description: { language: 'zh-CN', title: [{ language: 'zh-CN', text: '办证须知' }] } },
    ])
  })

  it('that somebody else has changed keeps what was typed, or takes theirs', async () => {
    const page = await opened(`&file=${id}`, { ...one(picture), DescribeFile: refused('changed') })
    await fill(page, '#file-alt-zh', '我写的')
    await press(page, '保存说明')
    expect(told(page)).toContain('另一位同事刚刚改过它')
    expect(sent(page, 'OneFile')).toHaveLength(2)
    expect(page.element.querySelector<HTMLInputElement>('#file-alt-zh')?.value).toBe('我写的')
    await press(page, '不要我写的，看对方写的')
    expect(page.element.querySelector<HTMLInputElement>('#file-alt-zh')?.value).toBe('')
  })

  it('that pages use says which, and cannot be deleted', async () => {
    const usedIn = [{ path: '/about', title: [{ language: 'zh-CN', text: '关于本馆' }] }]
    const page = await opened(`&file=${id}`, one({ ...picture, usedIn }))
    expect(page.element.querySelector('a[href="http://n33.sites.test/about"]')?.textContent).toBe('关于本馆')
    expect(told(page)).toContain('还有页面在用')
    expect(buttons(page)).not.toContain('删除这个文件')
  })

  it('is deleted only after what it means was told, and had back', async () => {
    const page = await opened(`&file=${id}`, one(picture))
    await press(page, '删除这个文件')
    expect(sent(page, 'DeleteFile')).toEqual([])
    await press(page, '不删除')
    await press(page, '删除这个文件')
    await press(page, '确定删除')
    expect(sent(page, 'DeleteFile')).toEqual([{ id }])
    expect(told(page)).toContain('已经删除')
    pages.close()
    const gone = await opened(`&file=${id}`, one({ ...picture, deletedAt: '2026-11-20T08:00:00Z' }))
    expect(gone.element.querySelector('#file-name')).toBeNull()
    await press(gone, '恢复这个文件')
    expect(sent(gone, 'RestoreFile')).toEqual([{ id }])
  })

  it('that a page took meanwhile is not deleted, and it is told why', async () => {
    const page = await opened(`&file=${id}`, { ...one(picture), DeleteFile: refused('used') })
    await press(page, '删除这个文件')
    await press(page, '确定删除')
    expect(told(page)).toContain('还有页面在用。请先从页面里拿下来')
  })

  it('is replaced under the same name in the pages', async () => {
    const page = await opened(`&file=${id}`, {
      ...one(picture),
      ReplaceFile: { data: { replaceAsset: { ...toSend, turn: 2 } } },
      AddFilePart: { data: { addAssetPart: { id } } },
    })
    await drop(page, new File(['abcde'], 'new.jpg'), new File(['x'], 'one-too-many.jpg'))
    expect(sent(page, 'ReplaceFile')).toMatchObject([{ id, name: 'new.jpg', bytes: 5 }])
    expect(sent(page, 'AddFilePart')).toMatchObject([{ turn: 2 }, { turn: 2 }])
  })

  it.each([
    ['HEIC', '手机自己的格式'],
    ['ACTIVE', '会自己运行的内容'],
  ] as const)('that was refused as %s says what to do', async (refusal, why) => {
    const page = await opened(`&file=${id}`, one({ ...picture, state: 'REFUSED', refusal, shown: null }))
    expect(told(page)).toContain(why)
    expect(buttons(page)).not.toContain('保存说明')
  })

  it('of another library is none', async () => {
    expect(told(await opened(`&file=${id}`, one({ ...picture, library: 'n44' })))).toContain('找不到这个文件')
    pages.close()
    expect(told(await opened(`&file=${id}`, one(null)))).toContain('找不到这个文件')
  })
})

it('each reason of the graph has a sentence', () => {
  for (const reason of ownReasons) expect(words).toHaveProperty([`refused.${reason}`])
})
