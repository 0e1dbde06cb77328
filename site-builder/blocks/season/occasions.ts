/**
 * The 24 solar terms and the festivals of the Chinese calendar, each with a sentence on it and the words by which fitting
 * poems are found. Names of terms in English as UNESCO's inscription of 2016 has them.
 */
import type { Words } from '@shuxiang/vocabulary'

export interface Occasion {
  readonly name: Words
  readonly about: Words
  /** What is typed to find poems on it. */
  readonly words: string
}

const occasion = (zh: string, en: string, aboutZh: string, aboutEn: string, words = zh): Occasion => ({
  name: { 'zh-CN': zh, en },
  about: { 'zh-CN': aboutZh, en: aboutEn },
  words,
})

/** By the names that chinese-days gives. */
export const terms: ReadonlyMap<string, Occasion> = new Map(
  [
    occasion(
      '立春',
      'Beginning of Spring',
      '东风解冻，一年从这里起头。',
      'The east wind thaws the ice: the year begins here.',
    ),
    occasion(
      '雨水',
      'Rain Water',
      '雪散为水，草木将萌。',
      'Snow turns to rain, and plants are about to sprout.',
      '春雨',
    ),
    occasion(
      '惊蛰',
      'Awakening of Insects',
      '春雷响，蛰虫醒。',
      'Thunder wakes what slept in the ground.',
      '春雷',
    ),
    occasion(
      '春分',
      'Spring Equinox',
      '昼夜平分，燕子归来。',
      'Day and night are equal, and swallows return.',
      '燕子',
    ),
    occasion(
      '清明',
      'Pure Brightness',
      '气清景明，踏青、扫墓的日子。',
      'Air and view are clear: a time for walks and for the graves.',
    ),
    occasion(
      '谷雨',
      'Grain Rain',
      '雨生百谷，春将尽而花未尽。',
      'Rain feeds the grain; spring is nearly over, its flowers are not.',
      '暮春',
    ),
    occasion(
      '立夏',
      'Beginning of Summer',
      '蝼蝈鸣，万物至此皆长大。',
      'Crickets sing, and everything grows.',
      '初夏',
    ),
    occasion('小满', 'Grain Buds', '麦粒渐满而未熟。', 'The ears fill and are not ripe yet.', '麦'),
    occasion(
      '芒种',
      'Grain in Ear',
      '有芒的收，有芒的种，最忙的时候。',
      'One grain is reaped and another sown: the busiest days.',
      '梅雨',
    ),
    occasion(
      '夏至',
      'Summer Solstice',
      '白昼最长，蝉始鸣。',
      'The longest day; cicadas begin to sing.',
      '蝉',
    ),
    occasion('小暑', 'Minor Heat', '温风至，荷花开。', 'Warm winds come, and the lotus opens.', '荷'),
    occasion('大暑', 'Major Heat', '一年里最热的时候。', 'The hottest days of the year.', '苦热'),
    occasion(
      '立秋',
      'Beginning of Autumn',
      '凉风至，一叶知秋。',
      'A cool wind, and one leaf that tells of autumn.',
    ),
    occasion(
      '处暑',
      'End of Heat',
      '暑气到此为止，新凉可喜。',
      'The heat ends here, and the first cool is welcome.',
      '新凉',
    ),
    occasion('白露', 'White Dew', '露凝而白，夜渐凉。', 'Dew turns white, and nights grow cool.'),
    occasion(
      '秋分',
      'Autumn Equinox',
      '昼夜再平分，秋色平分。',
      'Day and night are equal again, and autumn is half over.',
      '秋月',
    ),
    occasion(
      '寒露',
      'Cold Dew',
      '露气寒，菊有黄华。',
      'The dew is cold, and chrysanthemums are yellow.',
      '菊',
    ),
    occasion('霜降', 'Frost’s Descent', '气肃而霜降，草木黄落。', 'Frost falls, and leaves with it.', '霜'),
    occasion(
      '立冬',
      'Beginning of Winter',
      '水始冰，万物收藏。',
      'Water begins to freeze, and things are stored away.',
      '初冬',
    ),
    occasion(
      '小雪',
      'Minor Snow',
      '天寒将雪，炉边宜读。',
      'It grows cold enough for snow: days to read by the stove.',
      '雪',
    ),
    occasion(
      '大雪',
      'Major Snow',
      '雪盛于此，夜长可读。',
      'Snow lies deep, and the long evenings are for reading.',
      '大雪',
    ),
    occasion(
      '冬至',
      'Winter Solstice',
      '夜最长，一阳来复，数九开始。',
      'The longest night; from here the light returns.',
    ),
    occasion(
      '小寒',
      'Minor Cold',
      '天渐大寒，梅花先开。',
      'The cold deepens, and the plum is first to flower.',
      '梅',
    ),
    occasion(
      '大寒',
      'Major Cold',
      '寒到极处，春在岁末。',
      'The cold is at its greatest, and spring behind it.',
      '岁暮',
    ),
  ].map((one) => [one.name['zh-CN'], one]),
)

export interface Festival extends Occasion {
  readonly month: number
  readonly day: number
}

const festival = (month: number, day: number, of: Occasion): Festival => ({ ...of, month, day })

/** By days of the Chinese calendar. New Year's Eve is the day before the first of the year, whatever its number. */
export const festivals: readonly Festival[] = [
  festival(
    1,
    1,
    occasion(
      '春节',
      'Spring Festival',
      '一年之始，爆竹声中换新桃。',
      'The first day of the year: crackers, and new charms on the doors.',
      '元日',
    ),
  ),
  festival(
    1,
    15,
    occasion(
      '元宵',
      'Lantern Festival',
      '花灯满街，月与灯依旧。',
      'Lanterns in the streets under the first full moon.',
      '元夕',
    ),
  ),
  festival(
    3,
    3,
    occasion(
      '上巳',
      'Shangsi',
      '水边修禊，曲水流觞。',
      'Spring rites at the water, and cups that float down a stream.',
    ),
  ),
  festival(
    5,
    5,
    occasion(
      '端午',
      'Dragon Boat Festival',
      '龙舟、艾草、粽子，也念屈原。',
      'Dragon boats, mugwort and rice dumplings, in memory of Qu Yuan.',
    ),
  ),
  festival(
    7,
    7,
    occasion('七夕', 'Qixi', '牵牛织女，一年一会。', 'The herdsman and the weaver meet, once a year.'),
  ),
  festival(
    7,
    15,
    occasion('中元', 'Zhongyuan', '放河灯，念先人。', 'Lamps on the rivers for those who went before.'),
  ),
  festival(
    8,
    15,
    occasion('中秋', 'Mid-Autumn Festival', '月最圆，人望归。', 'The fullest moon, and thoughts of home.'),
  ),
  festival(
    9,
    9,
    occasion(
      '重阳',
      'Double Ninth',
      '登高，插茱萸，赏菊，敬老。',
      'Up to the heights with dogwood and chrysanthemums, and honour to the old.',
    ),
  ),
  festival(
    12,
    8,
    occasion(
      '腊八',
      'Laba',
      '一碗腊八粥，年就近了。',
      'A bowl of Laba porridge, and the new year is near.',
      '腊日',
    ),
  ),
]

export const newYearsEve: Occasion = occasion(
  '除夕',
  'New Year’s Eve',
  '守岁，一夜连双岁。',
  'The night that joins two years, spent awake together.',
  '岁除',
)
