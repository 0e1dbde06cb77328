// Records that differ in what they have: a field that only some of them have is asked of all of them.
import type { HoldingContent, RecordContent, RecordInput, TextContent } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'
import { kindFixtures } from '@shuxiang/subgraph-catalogue/fixtures'

const poem: RecordContent = recordWith({
  id: 'ppoem',
  kind: 'poem',
  title: '靜夜思',
  alternativeTitles: ['静夜思'],
  parallelTitles: [
    { title: 'Quiet Night Thought', language: 'en' },
    { title: 'In the Quiet Night', language: 'en', source: 'The Jade Mountain, 1929' },
  ],
  agents: [{ name: '李白', role: 'author', agentId: 'alibai', type: 'person' }],
  period: { id: 'tang', label: '唐' },
  collection: { id: 'quantangshi', label: '全唐诗' },
  language: 'lzh-Hant',
  form: '五言绝句',
  subjects: [{ label: '唐诗三百首', scheme: null, code: null }],
  identifiers: [{ scheme: 'test', value: '1' }],
  source: { name: 'test', url: 'https://example.org/', licence: 'MIT' },
  prior: 10,
})
const verses: readonly TextContent[] = [
  {
    n: 0,
    title: null,
    paragraphs: [
      { text: '牀前看月光，疑是地上霜。', kind: 'verse' },
      { text: '舉頭望山月，低頭思故鄉。', kind: 'verse' },
    ],
  },
]
const holdings: readonly HoldingContent[] = [
  {
    libraryId: 'n3301',
    libraryName: '杭州图书馆',
    regions: ['r3301', 'r33'],
    access: 'online',
    callNumber: 'I222.7/1',
    url: 'https://example.org/held',
    demonstration: true,
  },
]
const chapters: readonly TextContent[] = [1, 2, 3].map((n) => ({
  n,
  title: `第${n}篇`,
  paragraphs: [{ text: '子曰：学而时习之。', kind: 'prose' }],
}))
const book: RecordContent = recordWith({
  ...poem,
  id: 'bbook',
  kind: 'book',
  title: '论语集注',
  agents: [
    { name: '孔子', role: 'attributed', agentId: 'akongzi', type: 'person' },
    { name: '朱熹', role: 'commentator', agentId: null, type: 'person' },
    { name: '理雅各', role: 'translator', agentId: null, type: 'person' },
    { name: '某人', role: 'editor', agentId: null, type: 'person' },
    { name: '某书局', role: 'publisher', agentId: null, type: 'organisation' },
  ],
  dates: [{ role: 'created', edtf: '-0478' }],
  places: [{ label: '鲁', code: null }],
  relations: [{ role: 'about', recordId: 'ppoem' }],
  access: { policy: 'embargo', until: '2030-01-01' },
  abstract: '孔子及其弟子的言行。',
  contents: chapters.map(({ n, title }) => ({ n, title: title ?? '', creator: '孔子', section: '上论' })),
  opening: '子曰',
})
/** Everything that may be empty is. */
const bare: RecordContent = recordWith({ id: 'pbare', kind: 'poem', title: '無題' })
const input = (record: RecordContent, texts: readonly TextContent[] = verses): RecordInput => ({
  record,
  texts,
  files: [],
  holdings,
})

/** What is withdrawn by the test. */
export const gone = 'pgone'

/** One of every kind, and poems and a book that have and lack what any kind may. */
export const records: readonly RecordInput[] = [
  input(poem),
  input(book, chapters),
  input({ ...poem, id: gone, title: '撤下的诗' }),
  { record: bare, texts: [], files: [], holdings: [] },
  // Another work of the same author, so that `related` has something to say.
  input({ ...poem, id: 'pother', title: '望廬山瀑布', prior: 9 }),
  ...kindFixtures,
]
