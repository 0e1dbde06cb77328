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

/** Subjects that many records have, by their labels. */
export const subjectNames: readonly Entry[] = [
  ...anthologies.map(({ words: named }) => ({ id: named['zh-CN'], words: named })),
  { id: '经部', words: words('经部', 'Classics') },
  { id: '集部', words: words('集部', 'Collected Works') },
  { id: '子部', words: words('子部', 'Masters') },
  { id: '诗歌总集', words: words('诗歌总集', 'Anthologies of Verse') },
  { id: '辞赋', words: words('辞赋', 'Rhapsodies') },
  { id: '楚辞', words: words('楚辞', 'Songs of Chu') },
]
