/** What the widgets of the gallery show: real names of works and places, among them the longest there are. */
import type { CardSubject, ComboOption, FacetValue, TextRun } from '../index.ts'

export interface Sample {
  readonly subject: CardSubject
  readonly kindLine: string
  readonly byLine: string
  readonly snippet: readonly TextRun[]
}

const runs = (text: string): readonly TextRun[] =>
  text
    .split(/(\[[^\]]*\])/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith('[') ? { text: piece.slice(1, -1), marked: true } : { text: piece, marked: false },
    )

const sample = (
  [id, kind, title]: readonly [string, string, string],
  kindLine: string,
  byLine: string,
  snippet = '',
): Sample => ({
  subject: { id, kind, title, language: /\p{Script=Han}/u.test(title) ? 'zh-Hans' : 'en' },
  kindLine,
  byLine,
  snippet: runs(snippet),
})

export const samples: readonly Sample[] = [
  sample(
    ['p1', 'poem', '静夜思'],
    '诗词 · 五言绝句',
    '李白 · 唐 · 全唐诗',
    '床前[明月]光，疑是地上霜。举头望[明月]，低头思故乡。',
  ),
  sample(
    [
      'b1',
      'book',
      '重刻宋本分门集注杜工部诗与明月楼诗话合编并附历代诸家评点考异校勘记全本五十四卷补遗二卷附录一卷',
    ],
    '图书 · 诗文评',
    '杜甫、王洙、鲁訔、黄鹤 · 宋 · 四部丛刊',
    '露从今夜白，[月]是故乡明。有弟皆分散，无家问死生。寄书长不达，况乃未休兵。露从今夜白，[月]是故乡明。有弟皆分散，无家问死生。寄书长不达，况乃未休兵。',
  ),
  sample(
    ['g1', 'government', '关于公布“明月山”等省级风景名胜区范围的通知'],
    '政府信息 · 浙政办发〔2015〕41 号',
    '浙江省人民政府办公厅 · 2015 年 5 月 12 日',
  ),
  sample(['c1', 'course', '月与唐诗：明月的九种写法'], '公开课 · 9 讲', '国家图书馆公开课'),
  sample(['a1', 'audio', '红楼梦'], '听书 · 120 回', '曹雪芹'),
  sample(['v1', 'video', '敦煌的一天'], '视频 · 42 分钟', '敦煌研究院'),
  sample(['w1', 'web', '杭州亚运会官方网站'], '网页典藏 · 2023 年 9 月', 'hangzhou2022.cn'),
  sample(['o1', 'object', '白玉螭纹佩'], '文物与图片', '故宫博物院 · 宋'),
  sample(
    ['e1', 'book', 'The Life and Strange Surprizing Adventures of Robinson Crusoe, of York, Mariner'],
    'Books',
    'Daniel Defoe · 1719',
  ),
]

/** One pixel of each: a picture that is there, in whatever browser. */
export const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 84"%3E%3Crect width="60" height="84" fill="%23d9c7a3"/%3E%3Ccircle cx="30" cy="36" r="17" fill="%23fff"/%3E%3Cpath d="M13 66h34v3H13z" fill="%23754"/%3E%3C/svg%3E'
export const NO_PICTURE = 'data:image/png;base64,broken'

const counted = (names: readonly (readonly [string, number])[]): readonly FacetValue[] =>
  names.map(([label, count]) => ({ value: label, label, count, language: 'zh-Hans' }))

export const periods = counted([
  ['宋', 8_117],
  ['唐', 3_902],
  ['元', 611],
  ['明', 540],
  ['清', 381],
  ['五代', 96],
  ['先秦', 41],
  ['魏晋', 12],
])
export const authors = counted([
  ['中央人民政府驻香港特别行政区联络办公室宣传文体部', 214],
  ['苏轼', 163],
])

const option = (text: string, group: string, note: string): ComboOption => ({
  value: text,
  text,
  group,
  note,
  language: 'zh-Hans',
})

/** Libraries in two groups, whose names the page gives. */
export const libraries = (province: string, city: string): readonly ComboOption[] => [
  option('国家图书馆', province, '北京'),
  option('浙江图书馆', province, '杭州'),
  option('广东省立中山图书馆', province, '广州'),
  option('杭州图书馆', city, '浙江'),
  option('余杭区图书馆', city, '浙江'),
  option('杭州市萧山区江寺图书馆', city, '浙江'),
  option('黔西南布依族苗族自治州望谟县图书馆', city, '贵州'),
]

export const CITATION =
  '李白. 静夜思[M/OL]. 网络书香[2026-11-22]. https://example.org/item/p4k7m2?layout=vertical.'
export const BIBTEX = `@misc{p4k7m2,
  title = {静夜思},
  author = {李白},
  howpublished = {全唐诗，卷一百六十五，中华书局一九六〇年四月第一版，第五册，第一七〇九页},
  url = {https://example.org/item/p4k7m2}
}`
