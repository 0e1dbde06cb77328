/** Answers of the graph for tests: the shapes are the generated ones, so a changed operation fails here first. */
import type {
  CharacterHelpData,
  CitationData,
  Dates,
  FacetCounts,
  FullRecord,
  Hit,
  HoldingsData,
  PinyinData,
  RecordPageData,
  SearchData,
  SuggestData,
} from '../operations.generated.ts'
import {
  facets as facetTable,
  kinds,
  languages,
  nameOf,
  type InterfaceLanguage,
} from '@shuxiang/sdk/vocabulary'

type Labelled = readonly (readonly [string, number, string?])[]
const facet = (name: string, values: Labelled): FacetCounts => ({
  name,
  label: nameOf(facetTable, name, 'zh-CN'),
  valueCount: values.length,
  values: values.map(([label, count, value]) => ({ value: value ?? label, label, count, selected: false })),
})

export const facets: readonly FacetCounts[] = [
  facet('kind', [
    ['诗词', 13551, 'poem'],
    ['图书', 212, 'book'],
    ['听书', 187, 'audio'],
    ['公开课', 41, 'course'],
    ['政府信息', 203, 'government'],
    ['网页', 14, 'web'],
  ]),
  facet('period', [
    ['宋', 8117],
    ['唐', 3902],
    ['元', 611],
    ['明', 540],
    ['清', 381],
    ['五代', 96],
    ['先秦', 41],
    ['魏晋', 12],
  ]),
  facet('author', [
    ['李白', 214, 'person:li-bai'],
    ['苏轼', 163, 'person:su-shi'],
    ['白居易', 131, 'person:bai-juyi'],
    ['王维', 58, 'person:wang-wei'],
  ]),
  facet('collection', [
    ['全唐诗', 3861, 'quan-tang-shi'],
    ['全宋词', 1120, 'quan-song-ci'],
  ]),
  facet('library', [
    ['国家图书馆', 9880, 'lib:ndl'],
    ['浙江图书馆', 4208, 'lib:33'],
  ]),
  facet('language', [
    ['文言文（繁体字）', 12900, 'lzh-Hant'],
    ['中文（简体）', 1308, 'zh-Hans'],
  ]),
]

/** The same in a language, as the graph names facets and the values of its tables. */
export function facetsIn(language: InterfaceLanguage): readonly FacetCounts[] {
  const plurals = kinds.map(({ id, plural }) => ({ id, words: plural }))
  return facets.map(({ name, values, ...rest }) => ({
    ...rest,
    name,
    label: nameOf(facetTable, name, language),
    values: values.map((one) => {
      const table = name === 'kind' ? plurals : name === 'language' ? languages : []
      return table.some(({ id }) => id === one.value)
        ? { ...one, label: nameOf(table, one.value, language) }
        : one
    }),
  }))
}

const runs = (text: string): Hit['title'] =>
  text.split(/(\[[^\]]*\])/).flatMap((piece): Hit['title'] => {
    if (piece === '') return []
    return piece.startsWith('[')
      ? [{ text: piece.slice(1, -1), marked: true }]
      : [{ text: piece, marked: false }]
  })

interface HitSketch {
  readonly id: string
  readonly kind: Hit['node']['kind']
  readonly title: string
  /** What stands beside it. */
  readonly inEnglish?: string
  readonly snippet: string
  /** The other text of the work that it is from. */
  readonly snippetSource?: string
  readonly form?: string
  readonly people?: readonly string[]
  readonly period?: string
  readonly collection?: string
  readonly held?: number
  /** Chapters found, as `n title: snippet`; the first is where the hit leads. */
  readonly chapters?: readonly string[]
  readonly chapterCount?: number
  readonly cutAt?: number
}

/** Square brackets mark found words. */
export function hit(sketch: HitSketch): Hit {
  const items = (sketch.chapters ?? []).map((chapter) => {
    const [, n = '1', title = '', snippet = ''] = /^(\d+) (.*): (.*)$/.exec(chapter) ?? []
    return { n: Number(n), title: runs(title), snippet: runs(snippet), url: `/item/${sketch.id}?part=${n}` }
  })
  return {
    title: runs(sketch.title),
    titleBeside: sketch.inEnglish ? { text: runs(sketch.inEnglish), language: 'en' } : null,
    snippet: runs(sketch.snippet),
    snippetSource: sketch.snippetSource ?? null,
    url: items[0]?.url ?? `/item/${sketch.id}`,
    cutAt: sketch.cutAt ?? null,
    chapters: items.length > 0 ? { totalCount: sketch.chapterCount ?? items.length, items } : null,
    node: {
      id: sketch.id,
      kind: sketch.kind,
      kindName: nameOf(kinds, sketch.kind, 'zh-CN'),
      title: sketch.title.replaceAll(/[[\]]/g, ''),
      url: `/item/${sketch.id}`,
      formTopic: sketch.form ? { label: sketch.form } : null,
      language: 'zh-Hans',
      readable: sketch.kind === 'poem',
      holdingCount: sketch.held ?? 0,
      agents: (sketch.people ?? []).map((label) => ({
        label,
        person: label === '李白' ? { url: '/person/plibai' } : null,
      })),
      period: sketch.period ? { label: sketch.period } : null,
      collection: sketch.collection ? { name: sketch.collection } : null,
    },
  }
}

export const hits: readonly Hit[] = [
  hit({
    id: 'p4k7m2',
    kind: 'poem',
    form: '五言绝句',
    title: '静夜思',
    people: ['李白'],
    period: '唐',
    collection: '全唐诗',
    snippet: '床前[明月]光，疑是地上霜。举头望[明月]，低头思故乡。',
    held: 12,
  }),
  hit({
    id: 'p4k7m3',
    kind: 'poem',
    form: '七言古诗',
    title: '把酒问月',
    people: ['李白'],
    period: '唐',
    collection: '全唐诗',
    snippet: '青天有月来几时？我今停杯一问之。人攀[明月]不可得，月行却与人相随。',
    held: 9,
  }),
  hit({
    id: 'c19',
    kind: 'course',
    title: '月与唐诗：[明月]的九种写法',
    people: ['国家图书馆公开课'],
    snippet: '张若虚写的是江月，李白写的才是[明月]。',
  }),
  hit({
    id: 'g41',
    kind: 'government',
    form: '浙政办发〔2015〕41 号',
    title: '关于公布“[明月]山”等省级风景名胜区范围的通知',
    people: ['浙江省人民政府办公厅'],
    snippet: '将[明月]山风景名胜区的范围予以公布，请有关市、县人民政府认真执行。',
  }),
  hit({
    id: 'b7',
    kind: 'book',
    form: '诗文评',
    title: '重刻宋本分门集注杜工部诗与[明月]楼诗话合编并附历代诸家评点考异校勘记全本五十四卷补遗二卷附录一卷',
    people: ['杜甫', '王洙', '鲁訔', '黄鹤'],
    period: '宋',
    collection: '四部丛刊',
    snippet: '露从今夜白，月是故乡明。',
    held: 1,
  }),
]

/** As in the first collection: hardly a record states a year. */
export const dates: Dates = { stated: 2, byPeriod: 14_203, undated: 3, differ: true }

const asTyped = { instead: null, meant: [], missing: [], unfilteredCount: null } as const

export const searchData = (overrides: Partial<SearchData['search']> = {}): SearchData => ({
  search: {
    totalCount: 14_208,
    relaxed: false,
    ...asTyped,
    reading: null,
    filling: null,
    dates,
    edges: hits,
    facets,
    ...overrides,
  },
})

export const nothing: SearchData = {
  search: {
    totalCount: 0,
    relaxed: false,
    ...asTyped,
    reading: null,
    filling: null,
    dates: { stated: 0, byPeriod: 0, undated: 0, differ: false },
    edges: [],
    facets: facets.map(({ name, label }) => ({ name, label, valueCount: 0, values: [] })),
  },
}

export const poem: FullRecord = {
  id: 'p4k7m2',
  kind: 'poem',
  kindName: '诗词',
  isWork: true,
  risType: 'CLSWK',
  readable: true,
  facts: [],
  title: '静夜思',
  url: '/item/p4k7m2',
  alternativeTitles: ['夜思'],
  parallelTitles: [],
  titleBeside: null,
  agents: [
    {
      name: '李白',
      label: '李白',
      role: 'author',
      statement: '李白 著',
      person: { url: '/person/plibai' },
    },
  ],
  otherAttributions: [],
  period: { id: 'tang', label: '唐', url: '/browse/period/tang' },
  year: 726,
  dates: [{ role: 'created', label: '创作', text: '726年' }],
  places: [],
  access: { policy: 'open', label: '公开' },
  relations: [],
  members: [],
  collection: { id: 'quan-tang-shi', name: '全唐诗', url: '/browse/collection/quan-tang-shi' },
  language: 'lzh-Hans',
  languageName: '文言文（简体字）',
  form: '五言绝句',
  formTopic: { label: '五言绝句', url: '/browse/form/%E4%BA%94%E8%A8%80%E7%BB%9D%E5%8F%A5' },
  tune: null,
  abstract: null,
  subjects: ['思乡', '月'].map((label) => ({
    label,
    name: label,
    url: `/browse/subject/${encodeURIComponent(label)}`,
  })),
  identifiers: [{ scheme: 'ark', label: 'ARK', value: 'ark:/99999/p4k7m2' }],
  rights: { label: '公有领域', statement: null },
  source: { name: 'chinese-poetry', url: 'https://github.com/chinese-poetry/chinese-poetry', licence: 'MIT' },
  text: [
    { text: '床前明月光，疑是地上霜。', kind: 'verse' },
    { text: '举头望明月，低头思故乡。', kind: 'verse' },
  ],
  witnesses: [],
  variants: [],
  chapters: [],
  otherScript: { language: 'lzh-Hant', words: '静靜 举舉 头頭 望望 乡鄉' },
  holdingCount: 12,
  related: [
    {
      id: 'a',
      title: '将进酒',
      url: '/item/a',
      titleBeside: null,
      formTopic: { label: '乐府' },
      kindName: '诗词',
    },
    {
      id: 'b',
      title: '把酒问月',
      url: '/item/b',
      titleBeside: null,
      formTopic: { label: '七言古诗' },
      kindName: '诗词',
    },
    { id: 'c', title: '月下独酌四首', url: '/item/c', titleBeside: null, formTopic: null, kindName: '诗词' },
  ],
  withdrawn: null,
  jsonLd: '{"@context":"https://schema.org","@type":"CreativeWork","name":"静夜思"}',
  updatedAt: '2026-11-20T08:00:00Z',
}

/** A poem that two anthologies have too, one of them with other words. */
export const witnessed: FullRecord = {
  ...poem,
  id: 'witnessed',
  url: '/item/witnessed',
  title: '靜夜思',
  language: 'lzh-Hant',
  text: [
    { text: '牀前看月光，疑是地上霜。', kind: 'verse' },
    { text: '舉頭望山月，低頭思故鄉。', kind: 'verse' },
  ],
  witnesses: [
    {
      id: 'witnessed',
      isOwn: true,
      name: '全唐诗',
      title: '靜夜思',
      agents: ['李白'],
      language: 'lzh-Hant',
      compared: true,
    },
    {
      id: 'wschool',
      isOwn: false,
      name: '千家诗',
      title: '夜思',
      agents: ['某甲'],
      language: 'lzh-Hant',
      compared: true,
    },
    {
      id: 'wpainted',
      isOwn: false,
      name: '水墨唐诗',
      title: '靜夜思',
      agents: ['李白'],
      language: 'lzh-Hans',
      compared: true,
    },
  ],
  variants: [
    { line: 0, from: 2, to: 3, base: '看', text: '明', witnesses: ['wschool'] },
    { line: 1, from: 3, to: 4, base: '山', text: '', witnesses: ['wschool'] },
  ],
}

/** A line of a table of contents, as a reader of Chinese gets it. */
export const listed = (
  n: number,
  title: string,
  { creator = null, section = null }: { creator?: string | null; section?: string | null } = {},
): FullRecord['chapters'][number] => ({
  ...{ n, title, titleBeside: null },
  ...{ creator, creatorLabel: creator, section, sectionLabel: section },
})

const CHAPTERS = [
  '学而',
  '为政',
  '八佾',
  '里仁',
  '公冶长',
  '雍也',
  '述而',
  '泰伯',
  '子罕',
  '乡党',
  '先进',
  '颜渊',
]

export const classic: FullRecord = {
  ...poem,
  id: 'lunyu',
  kind: 'book',
  kindName: '图书',
  title: '论语',
  url: '/item/lunyu',
  alternativeTitles: [],
  agents: [{ name: '孔子弟子', label: '孔子弟子', role: 'editor', statement: '孔子弟子 编', person: null }],
  period: { id: 'qin', label: '先秦', url: '/browse/period/qin' },
  year: -450,
  dates: [{ role: 'created', label: '创作', text: '公元前450年' }],
  collection: { id: 'sishu', name: '四书五经', url: '/browse/collection/sishu' },
  form: null,
  formTopic: null,
  text: null,
  chapters: CHAPTERS.map((title, i) => listed(i + 1, `${title}篇`)),
  related: [],
}

export const chapter: NonNullable<NonNullable<RecordPageData['record']>['chapter']> = {
  n: 2,
  title: '为政篇',
  paragraphs: [
    { text: '子曰：“为政以德，譬如北辰，居其所而众星共之。”', kind: 'prose' },
    { text: '子曰：“诗三百，一言以蔽之，曰：‘思无邪’。”', kind: 'prose' },
    { text: '子曰：“道之以政，齐之以刑，民免而无耻；道之以德，齐之以礼，有耻且格。”', kind: 'prose' },
  ],
  otherScript: { language: 'lzh-Hant', words: '为爲 众眾 诗詩 无無 齐齊 礼禮' },
}

/** Readings of the poem. */
export const pinyin: PinyinData = {
  record: {
    id: 'p4k7m2',
    text: [
      { pinyin: 'chuáng qián míng yuè guāng yí shì dì shàng shuāng' },
      { pinyin: 'jǔ tóu wàng míng yuè dī tóu sī gù xiāng?' },
    ],
  },
}

/** What is known of 乡. */
export const characterHelp: CharacterHelpData = {
  character: {
    text: '乡',
    readings: ['xiāng', 'xiàng'],
    reading: 'xiāng',
    sure: false,
    strokes: 3,
    radical: '丿',
    strokesBeside: 2,
    simplified: [],
    traditional: ['鄉'],
    variants: [],
    meaning: 'country; rural; village',
    source: { name: 'Unihan', url: 'https://example.org/unihan', licence: 'Unicode-3.0' },
  },
}

export const withdrawn: FullRecord = {
  ...poem,
  id: 'gone',
  url: '/item/gone',
  withdrawn: { at: '2026-10-01', reason: '权利人要求撤下' },
}

type Held = NonNullable<HoldingsData['record']>['holdings'][number]
const library = (id: string, name: string, access: Held['access']): Held => ({
  access,
  label: access === 'online' ? '在线阅读' : '到馆借阅',
  demonstration: true,
  library: { id, label: name, code: id },
})

export const holdings: HoldingsData = {
  record: {
    holdings: [
      library('zj', '浙江图书馆', 'shelf'),
      library('hz', '杭州图书馆', 'shelf'),
      library('yh', '余杭区图书馆', 'online'),
    ],
  },
}

export const citation: CitationData = {
  record: {
    id: 'p4k7m2',
    GBT7714: '李白. 静夜思[M/OL]. 网络书香[2026-11-22]. http://portal.test/item/p4k7m2.',
    APA: '李白. (n.d.). 静夜思.',
    MLA: '李白. “静夜思.”',
    CHICAGO: '李白. “静夜思.” 唐.',
    BIBTEX:
      '@misc{p4k7m2,\n  title = {静夜思},\n  author = {李白},\n  url = {http://portal.test/item/p4k7m2}\n}',
    RIS: 'TY  - CLSWK\nTI  - 静夜思\nAU  - 李白\nER  - ',
  },
}

export const suggestions: SuggestData = {
  suggest: [
    { text: '静夜思', kind: 'title', count: 1, url: '/item/p4k7m2', name: null, of: null },
    { text: '静夜', kind: 'title', count: 7, url: '/search?q=%E9%9D%99%E5%A4%9C', name: null, of: null },
    { text: '静安居士', kind: 'creator', count: 23, url: '/person/x', name: null, of: null },
  ],
}

/** A record of a kind that no vocabulary of this microfrontend has: all its words come from the graph. */
export const unheard: FullRecord = {
  ...poem,
  id: 'm1',
  // A kind of an installed package that came later than this build.
  kind: 'picture',
  kindName: '地图',
  facts: [
    { label: '比例尺', value: '1:50,000', url: null },
    { label: '原图', value: 'https://example.org/map', url: 'https://example.org/map' },
  ],
  title: '杭州府图',
  url: '/item/m1',
  dates: [{ role: 'issued', label: '发布', text: '1884年' }],
  places: [{ label: '杭州' }],
  access: { policy: 'card', label: '持读者证可读' },
  rights: { label: '公有领域', statement: 'https://creativecommons.org/publicdomain/mark/1.0/' },
  relations: [
    {
      role: 'partOf',
      label: '属于',
      record: { id: 'm0', title: '浙江全图', url: '/item/m0', language: 'zh-Hans' },
    },
  ],
  members: Array.from({ length: 21 }, (_, i) => ({
    id: `s${i}`,
    title: `第${i + 1}幅`,
    url: `/item/s${i}`,
    language: 'zh-Hans',
    position: i + 1,
  })),
  text: null,
}
