// Which texts are one work and which only begin alike.
import { describe, expect, it } from 'vitest'
import type { RawPoem } from '../raw-poems.ts'
import { twinsAmong, type Twins } from './find.ts'

const shi = (author: string, title: string, text: string, dynasty: 'tang' | 'song' = 'tang'): RawPoem => ({
  dynasty,
  ranks: undefined,
  poem: { id: null, author, title, paragraphs: text.split(/(?<=。)/u) },
})
const lyric = (
  author: string,
  tune: string,
  text: string,
  set: 'quansongci' | 'huajianji' | 'nantang' = 'quansongci',
): RawPoem => ({ set, author, tune, title: '', lines: [text], ranks: undefined })

/** For each poem the number of the one that is kept. */
function kept(poems: readonly RawPoem[], vouched: (author: string) => boolean = () => false): number[] {
  const table = twinsAmong(
    poems.map((raw, place) => ({ raw, place })),
    vouched,
  )
  return poems.map((raw, place) => {
    if (!table.absorbed(place)) return place
    return poems.findIndex((_, i) => table.of(i)?.others.includes(raw) === true)
  })
}
function twinsOf(
  poems: readonly RawPoem[],
  place: number,
  vouched: (author: string) => boolean,
): Twins | null {
  return twinsAmong(
    poems.map((raw, i) => ({ raw, place: i })),
    vouched,
  ).of(place)
}

const moon = '明月出天山，蒼茫雲海間。長風幾萬里，吹度玉門關。'
const lament = '江南好，風景舊曾諳。日出江花紅勝火，春來江水綠如藍。能不憶江南。'

describe('one work', () => {
  it.each<[string, readonly RawPoem[], number[]]>([
    [
      'a song of a group and the author’s own: the own title is kept',
      [shi('李白', '橫吹曲辭 關山月', moon), shi('李白', '關山月', moon)],
      [1, 1],
    ],
    [
      'variant characters in every clause',
      [
        shi('王周', '答之', '虞人初獲酉江西，長臂難將意馬齊。今日未啼頭已白，不堪猨嘯白雲啼。'),
        shi('王周', '答之', '虞人初獲酉江西，長臂難將意馬齊。今日未啼頭已白，不堪猿嘯白雲啼。', 'song'),
      ],
      [0, 0],
    ],
    [
      'other readings in the first clause and in the last',
      [
        shi('李煜', '望江南', '多少淚，斷臉復橫頤。心事莫將和淚說，鳳笙休向淚時吹，腸斷更無疑。'),
        shi('李煜', '憶江南', '多少淚，沾袖復橫頤。心事莫將和淚滴，鳳笙休向月時吹，腸斷更何疑。'),
      ],
      [0, 0],
    ],
    [
      'a slip of an edition in the first clause, under two authors',
      [shi('郑𬘡', '九日登高', moon), shi('歐陽詹', '九日廣陵登高', moon.replace('天山', '東山'))],
      [0, 0],
    ],
    [
      'a first clause that differs, when the last is the same and the rest too',
      [shi('李約', '從軍行', '遊軍藏漢幟，' + moon), shi('李約', '相和歌辭 從軍行', '游騎藏漢旗，' + moon)],
      [0, 0],
    ],
    [
      'both scripts: the early book is kept',
      [
        lyric('温庭筠', '菩萨蛮', '小山重叠金明灭，鬓云欲度香腮雪。懒起画蛾眉，弄妆梳洗迟。', 'huajianji'),
        shi('溫庭筠', '菩薩蠻 一', '小山重疊金明滅，鬢雲欲度香顋雪。懶起畫蛾眉，弄粧梳洗遲。'),
      ],
      [0, 0],
    ],
    [
      'an author under another name',
      [
        lyric('李煜', '虞美人', '春花秋月何时了，往事知多少。小楼昨夜又东风。', 'nantang'),
        shi('後主煜', '虞美人 一', '春花秋月何時了，往事知多少。小樓昨夜又東風。'),
      ],
      [0, 0],
    ],
    [
      'a series that a group of songs counts in another way',
      [
        shi('王維', '雜曲歌辭 少年行四首 三', '出身仕漢羽林郎，初隨驃騎戰漁陽。'),
        shi('王維', '少年行四首 二', '出身仕漢羽林郎，初隨驃騎戰漁陽。'),
      ],
      [1, 1],
    ],
    [
      'a series whose title says in one place how many there are',
      [shi('元結', '欸乃曲五首 一', moon), shi('元結', '近代曲辭 欸乃曲 一', moon)],
      [0, 0],
    ],
    [
      'a short song',
      [
        shi('白居易', '憶江南', '江南憶，最憶是杭州。'),
        shi('白居易', '近代曲辭 憶江南', '江南憶，最憶是杭州。'),
      ],
      [0, 0],
    ],
    ['another title for the same text', [shi('李煜', '送別', moon), shi('李煜', '山中', moon)], [0, 0]],
  ])('%s', (_, poems, expected) => {
    expect(kept(poems)).toEqual(expected)
  })
})

describe('two works', () => {
  it.each<[string, readonly RawPoem[]]>([
    [
      'a like opening',
      [
        shi('李白', '將進酒', '君不見黃河之水天上來，奔流到海不復回。君不見高堂明鏡悲白髮，朝如青絲暮成雪。'),
        shi('李白', '贈人', '君不見黃河之水天上來，只今惟有西江月。東風吹夢到長安，萬里寒光生積雪。'),
      ],
    ],
    [
      'a like ending',
      [
        lyric('白居易', '憶江南', lament),
        lyric('白居易', '望江南', '山寺月中尋桂子，郡亭枕上看潮頭。何日更重遊。能不憶江南。'),
      ],
    ],
    [
      'numbers of one series that answer each other',
      [
        shi('蘇轍', '竹枝 其一', '舟行千里不至楚，忽聞竹枝皆楚語。楚言啁哳安可分，江中明月多風露。'),
        shi('蘇轍', '竹枝 其二', '舟行千里不至楚，忽聞竹枝皆楚語。楚言啁哳安可分，江中明月多風雨。'),
      ],
    ],
    [
      'numbers of one series with one text',
      [shi('高似孫', '句 其五', moon), shi('高似孫', '句 其四○', moon)],
    ],
    [
      'songs of one dance that differ by a word',
      [
        lyric('史浩', '花舞', '贵客之名从此有。多谢风流，飞驭陪尊酒。持此一卮同劝后。愿花长在人长寿。'),
        lyric('史浩', '花舞', '嘉客之名从此有。多谢风流，飞驭陪尊酒。持此一卮同劝后。愿花长在人长寿。'),
      ],
    ],
    [
      'a text that says there is none',
      [shi('王灼', '山雞', '無正文。'), shi('王灼', '答李知幾', '無正文。')],
    ],
    [
      'a text with nothing but gaps',
      [shi('王灼', '一', '□□□□□，□□□□□。'), shi('王灼', '二', '□□□□□，□□□□□。')],
    ],
    [
      'two authors whose texts begin with other words',
      [
        shi('李白', '關山月', moon),
        shi('杜甫', '關山月', moon.replace('明月出', '紅日出').replace('天山', '東山')),
      ],
    ],
    ['two authors with one short saying', [shi('李白', '句', '江天一色。'), shi('杜甫', '句', '江天一色。')]],
  ])('%s', (_, poems) => {
    expect(kept(poems)).toEqual([0, 1])
  })

  it('two numbers of a series never come together by way of a third text', () => {
    const poems = [shi('甲', '行 一', moon), shi('甲', '相和歌辭 行', moon), shi('甲', '行 二', moon)]
    const places = kept(poems)
    expect(places[0]).not.toBe(places[2])
  })
})

describe('one text under several authors', () => {
  const poems = [shi('李賀', '將進酒', moon), shi('元稹', '將進酒', moon), shi('無名氏', '失題', moon)]

  it('is one record that names all who are known, none sure', () => {
    expect(twinsOf(poems, 0, () => false)).toMatchObject({ authors: ['李贺', '元稹'], sure: null })
  })
  it('may differ by the slips of editions, not by a verse', () => {
    const slip = moon.replace('蒼茫', '蒼汒')
    const verse = moon.replace('長風幾萬里', '胡兒不敢來')
    expect(kept([shi('李賀', '將進酒', moon), shi('元稹', '樂府 將進酒', slip)])).toEqual([0, 0])
    expect(kept([shi('李賀', '將進酒', moon), shi('元稹', '樂府 將進酒', verse)])).toEqual([0, 1])
  })
  it('is the work of the only one for whom an anthology speaks', () => {
    expect(kept(poems, (author) => author === '元稹')).toEqual([1, 1, 1])
    expect(twinsOf(poems, 1, (author) => author === '元稹')).toMatchObject({
      authors: ['元稹', '李贺'],
      sure: '元稹',
    })
    expect(twinsOf(poems, 0, (author) => author !== '無名氏')?.sure).toBeNull()
  })
  it('is no doubt when the other name is a longer form of the same', () => {
    expect(
      twinsOf([shi('延壽', '山居', moon), shi('釋延壽', '山居', moon, 'song')], 0, () => false)?.authors,
    ).toEqual(['延寿'])
  })
})
