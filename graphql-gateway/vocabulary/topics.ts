// Values of facets that have a name in both languages and, where it helps, a line on what they are. The data has them in
// Chinese; what these tables do not have stands as it is.
import { words, type Entry, type Words } from './words.ts'

/** A value that is explained in one line. */
export interface TopicEntry extends Entry {
  readonly about?: Words
}

/** Forms of works, as records call them. */
export const forms = [
  {
    id: '五言绝句',
    words: words('五言绝句', 'Five-character quatrain'),
    about: words('四句，每句五字的近体诗。', 'Four lines of five characters, in the regulated style.'),
  },
  {
    id: '七言绝句',
    words: words('七言绝句', 'Seven-character quatrain'),
    about: words('四句，每句七字的近体诗。', 'Four lines of seven characters, in the regulated style.'),
  },
  {
    id: '五言律诗',
    words: words('五言律诗', 'Five-character regulated verse'),
    about: words(
      '八句，每句五字，中间两联对仗。',
      'Eight lines of five characters; the two middle couplets are parallel.',
    ),
  },
  {
    id: '七言律诗',
    words: words('七言律诗', 'Seven-character regulated verse'),
    about: words(
      '八句，每句七字，中间两联对仗。',
      'Eight lines of seven characters; the two middle couplets are parallel.',
    ),
  },
  {
    id: '五言古诗',
    words: words('五言古诗', 'Five-character old-style verse'),
    about: words('每句五字，篇幅不限，不拘平仄。', 'Lines of five characters, of any number, free in tone.'),
  },
  {
    id: '七言古诗',
    words: words('七言古诗', 'Seven-character old-style verse'),
    about: words('以七字句为主，篇幅不限，不拘平仄。', 'Mostly lines of seven characters, free in tone.'),
  },
  {
    id: '词',
    words: words('词', 'Lyric (ci)'),
    about: words(
      '按词牌填写、可以歌唱的长短句，盛于宋代。',
      'Song lyrics in lines of different length, written to the pattern of a tune; at their height in the Song.',
    ),
  },
  {
    id: '曲',
    words: words('曲', 'Aria (qu)'),
    about: words('元代的散曲和杂剧曲文。', 'Songs and arias of the Yuan.'),
  },
] as const satisfies readonly TopicEntry[]

/**
 * What other things than poems are, as records call them; the sorts of official documents are the fifteen of the Regulations
 * on Official Documents of 2012.
 */
export const genres: readonly Entry[] = [
  { id: '决议', words: words('决议', 'Resolution') },
  { id: '决定', words: words('决定', 'Decision') },
  { id: '命令', words: words('命令', 'Order') },
  { id: '公报', words: words('公报', 'Communiqué') },
  { id: '公告', words: words('公告', 'Announcement') },
  { id: '通告', words: words('通告', 'Public notice') },
  { id: '意见', words: words('意见', 'Opinions') },
  { id: '通知', words: words('通知', 'Notice') },
  { id: '通报', words: words('通报', 'Circular') },
  { id: '报告', words: words('报告', 'Report') },
  { id: '请示', words: words('请示', 'Request for instructions') },
  { id: '批复', words: words('批复', 'Official reply') },
  { id: '议案', words: words('议案', 'Proposal') },
  { id: '函', words: words('函', 'Letter') },
  { id: '纪要', words: words('纪要', 'Minutes') },
  { id: '公开课', words: words('公开课', 'Open course') },
  { id: '讲座', words: words('讲座', 'Lecture') },
  { id: '读书会', words: words('读书会', 'Reading group') },
  { id: '纪录片', words: words('纪录片', 'Documentary') },
  { id: '散文朗读', words: words('散文朗读', 'Essays read aloud') },
  { id: '网页', words: words('网页', 'Web page') },
  { id: '长卷', words: words('长卷', 'Handscroll') },
  { id: '尊', words: words('尊', 'Wine vessel (zun)') },
]

/** Collections and anthologies that many know, by the ids of their sources. */
export const collectionNames = [
  { id: 'sishu', words: words('四书', 'The Four Books') },
  { id: 'shijing', words: words('诗经', 'Book of Songs') },
  { id: 'chuci', words: words('楚辞', 'Songs of Chu') },
  { id: 'mengxue', words: words('蒙学', 'Primers') },
  { id: 'caocaoshiji', words: words('曹操诗集', 'Poems of Cao Cao') },
  { id: 'quantangshi', words: words('全唐诗', 'Complete Tang Poems') },
  { id: 'huajianji', words: words('花间集', 'Among the Flowers') },
  { id: 'nantang', words: words('南唐二主词', 'Lyrics of the Two Rulers of Southern Tang') },
  { id: 'quansongshi', words: words('全宋诗', 'Complete Song Poems') },
  { id: 'quansongci', words: words('全宋词', 'Complete Song Lyrics') },
  { id: 'yuanqu', words: words('元曲', 'Yuan Arias') },
  { id: 'nalan', words: words('纳兰性德诗集', 'Lyrics of Nalan Xingde') },
  { id: 'xiaopin', words: words('清言小品', 'Reflections of Ming and Qing') },
] as const satisfies readonly Entry[]

/** Anthologies whose texts stand beside those of the collections. */
export const anthologies = [
  { id: 'tangshisanbaishou', words: words('唐诗三百首', 'Three Hundred Tang Poems') },
  { id: 'songcisanbaishou', words: words('宋词三百首', 'Three Hundred Song Lyrics') },
  { id: 'qianjiashi', words: words('千家诗', 'Poems of a Thousand Masters') },
  { id: 'shuimotangshi', words: words('水墨唐诗', 'Tang Poems in Ink') },
] as const satisfies readonly Entry[]

const anthologyNames = new Set<string>(anthologies.map(({ words: named }) => named['zh-CN']))
/** Whether a subject says that an anthology chose the work. */
export const isOfAnthology = (label: string): boolean => anthologyNames.has(label)
/** Whether a subject says that the work is read at school, such as 小学古诗 or 一年级下册. */
export const isOfSchool = (label: string): boolean => /^(小学|初中|高中)古诗$|年级/.test(label)

const grades = '一二三四五六七八九'
/** Volumes of schoolbooks as the source marks them: 一年级上册, 八年级下册(课外). */
const schoolbooks: readonly Entry[] = [...grades].flatMap((numeral, at) =>
  (['上册', '下册'] as const).flatMap((volume) =>
    ['', '(课内)', '(课外)'].map((place) => {
      const label = `${numeral}年级${volume}${place}`
      const term = volume === '上册' ? 'first term' : 'second term'
      const further = place === '(课外)' ? ', further reading' : ''
      return { id: label, words: words(label, `Grade ${at + 1}, ${term}${further}`) }
    }),
  ),
)

const subject = (label: string, english: string): Entry => ({ id: label, words: words(label, english) })
/** Of the divisions of yuefu, in either script as editions print them. */
const yuefu = (labels: readonly string[], english: string): readonly Entry[] =>
  labels.map((label) => subject(label, `Yuefu: ${english}`))

/** Subjects that many records have, by their labels. */
export const subjectNames: readonly Entry[] = [
  ...[...anthologies, ...collectionNames.filter(({ id }) => id !== 'chuci'), ...forms].map(
    ({ words: named }) => ({ id: named['zh-CN'], words: named }),
  ),
  ...schoolbooks,
  subject('小学古诗', 'Poems of primary school'),
  subject('初中古诗', 'Poems of middle school'),
  subject('高中古诗', 'Poems of high school'),
  subject('古诗三百首', 'Three Hundred Old Poems'),
  subject('宋诗', 'Poetry of Song'),
  subject('唐诗', 'Poetry of Tang'),
  subject('隋・唐・五代', 'Sui, Tang and Five Dynasties'),
  subject('宋・辽・金・元', 'Song, Liao, Jin and Yuan'),
  subject('国风', 'Airs of the States'),
  subject('小雅', 'Lesser Odes'),
  subject('大雅', 'Greater Odes'),
  subject('周颂', 'Hymns of Zhou'),
  subject('鲁颂', 'Hymns of Lu'),
  subject('商颂', 'Hymns of Shang'),
  subject('乐府', 'Yuefu'),
  ...yuefu(['杂曲歌辞', '雜曲歌辭'], 'miscellaneous songs'),
  ...yuefu(['相和歌辞', '相和歌辭'], 'songs in harmony'),
  ...yuefu(['清商曲辞', '清商曲辭'], 'songs in the clear shang mode'),
  ...yuefu(['琴曲歌辞', '琴曲歌辭'], 'songs to the zither'),
  ...yuefu(['横吹曲辞', '橫吹曲辭'], 'songs to the flute'),
  ...yuefu(['鼓吹曲辞', '鼓吹曲辭'], 'songs to drums and pipes'),
  ...yuefu(['舞曲歌辞', '舞曲歌辭'], 'songs to dances'),
  ...yuefu(['郊庙歌辞', '郊廟歌辭'], 'songs for sacrifices'),
  ...yuefu(['近代曲辞', '近代曲辭'], 'songs of recent times'),
  ...yuefu(['杂歌谣辞', '雜歌謠辭'], 'ballads'),
  ...yuefu(['新乐府辞', '新樂府辭'], 'new yuefu'),
  subject('儒家', 'Confucianism'),
  { id: '经部', words: words('经部', 'Classics') },
  { id: '集部', words: words('集部', 'Collected Works') },
  { id: '子部', words: words('子部', 'Masters') },
  { id: '诗歌总集', words: words('诗歌总集', 'Anthologies of Verse') },
  { id: '辞赋', words: words('辞赋', 'Rhapsodies') },
  { id: '楚辞', words: words('楚辞', 'Songs of Chu') },
]
