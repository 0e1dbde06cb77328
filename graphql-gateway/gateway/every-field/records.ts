// Records that differ in what they have: a field that only some of them have is asked of all of them.
import type { PartContent, RecordContent, RecordInput } from '@shuxiang/subgraph-catalogue'

const poem: RecordContent = {
  id: 'ppoem',
  kind: 'poem',
  title: '靜夜思',
  alternativeTitles: ['静夜思'],
  creators: [{ name: '李白', role: 'author', personId: 'alibai' }],
  period: { id: 'tang', label: '唐' },
  year: null,
  collection: { id: 'quantangshi', label: '全唐诗' },
  language: 'lzh-Hant',
  form: '五言绝句',
  abstract: null,
  subjects: ['唐诗三百首'],
  identifiers: [{ scheme: 'test', value: '1' }],
  rights: '公有领域',
  source: { name: 'test', url: 'https://example.org/', licence: 'MIT' },
  text: [
    { text: '牀前看月光，疑是地上霜。', kind: 'verse' },
    { text: '舉頭望山月，低頭思故鄉。', kind: 'verse' },
  ],
  parts: [],
  opening: null,
  holdings: [{ libraryId: 'n3301', libraryName: '杭州图书馆', access: 'online', demonstration: true }],
  prior: 10,
}
const chapters: readonly PartContent[] = [1, 2, 3].map((n) => ({
  n,
  title: `第${n}篇`,
  paragraphs: [{ text: '子曰：学而时习之。', kind: 'prose' }],
}))
const book: RecordContent = {
  ...poem,
  id: 'bbook',
  kind: 'book',
  title: '论语集注',
  creators: [
    { name: '孔子', role: 'attributed', personId: 'akongzi' },
    { name: '朱熹', role: 'commentator', personId: null },
    { name: '理雅各', role: 'translator', personId: null },
    { name: '某人', role: 'editor', personId: null },
  ],
  year: -479,
  abstract: '孔子及其弟子的言行。',
  text: null,
  parts: chapters.map(({ n, title }) => ({ n, title, creator: '孔子', section: '上论' })),
  opening: '子曰',
}
/** Everything that may be empty is. */
const bare: RecordContent = {
  ...poem,
  id: 'pbare',
  title: '無題',
  alternativeTitles: [],
  creators: [],
  period: null,
  collection: null,
  form: null,
  subjects: [],
  identifiers: [],
  text: null,
  holdings: [],
}

/** The third is withdrawn by the test. */
export const records: readonly RecordInput[] = [
  { record: poem, parts: [] },
  { record: book, parts: chapters },
  { record: { ...poem, id: 'pgone', title: '撤下的诗' }, parts: [] },
  { record: bare, parts: [] },
  // Another work of the same author, so that `related` has something to say.
  { record: { ...poem, id: 'pother', title: '望廬山瀑布', prior: 9 }, parts: [] },
]
