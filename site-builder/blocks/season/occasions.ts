/**
 * The 24 solar terms and the festivals of the Chinese calendar, each with a sentence on it and the words by which fitting
 * poems are found. Names of terms in English as UNESCO's inscription of 2016 has them.
 */
import type { Words } from '@shuxiang/vocabulary'

export interface Occasion {
  readonly name: Words
  readonly about: Words
  /**
   * What is typed to find poems on it: words of titles and of well-known lines, never a bare word, which also stands in poems
   * on something else (snow that is skin, swallows of a tune). `seasons.txt` beside the first collection says what it finds there.
   */
  readonly words: string
}

const occasion = (zh: string, en: string, aboutZh: string, aboutEn: string, words: string): Occasion => ({
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
      'title:立春 OR title:早春',
    ),
    occasion(
      '雨水',
      'Rain Water',
      '雪散为水，草木将萌。',
      'Snow turns to rain, and plants are about to sprout.',
      'title:春夜喜雨 OR title:滁州西涧 OR "天街小雨" OR title:春雨',
    ),
    occasion(
      '惊蛰',
      'Awakening of Insects',
      '春雷响，蛰虫醒。',
      'Thunder wakes what slept in the ground.',
      'title:惊蛰 OR title:闻雷 OR title:雷雨 OR title:观田家 OR "隐隐轻雷"',
    ),
    occasion(
      '春分',
      'Spring Equinox',
      '昼夜平分，燕子归来。',
      'Day and night are equal, and swallows return.',
      'title:春分 OR title:咏柳 OR title:钱唐湖春行 OR "迟日江山丽" OR title:双燕 OR title:归燕 OR title:燕子来舟中作 OR title:燕子来时新社 OR title:春社',
    ),
    occasion(
      '清明',
      'Pure Brightness',
      '气清景明，踏青、扫墓的日子。',
      'Air and view are clear: a time for walks and for the graves.',
      '(title:清明 OR title:寒食) -title:小寒食',
    ),
    occasion(
      '谷雨',
      'Grain Rain',
      '雨生百谷，春将尽而花未尽。',
      'Rain feeds the grain; spring is nearly over, its flowers are not.',
      'title:暮春 OR title:春暮 OR title:晚春',
    ),
    occasion(
      '立夏',
      'Beginning of Summer',
      '蝼蝈鸣，万物至此皆长大。',
      'Crickets sing, and everything grows.',
      'title:立夏 OR title:初夏',
    ),
    occasion(
      '小满',
      'Grain Buds',
      '麦粒渐满而未熟。',
      'The ears fill and are not ripe yet.',
      'title:小满 OR title:四时田园 OR title:观刈麦 OR "二麦丰" OR "青青麦未苏" OR "簌簌衣巾" OR "麻叶层层" OR "四月南风大麦黄"',
    ),
    occasion(
      '芒种',
      'Grain in Ear',
      '有芒的收，有芒的种，最忙的时候。',
      'One grain is reaped and another sown: the busiest days.',
      'title:芒种 OR title:梅雨 OR title:插秧 OR "黄梅时节" OR "梅子黄时" OR "绿遍山原"',
    ),
    occasion(
      '夏至',
      'Summer Solstice',
      '白昼最长，蝉始鸣。',
      'The longest day; cicadas begin to sing.',
      'title:夏至 OR title:山亭夏日 OR title:夏日南亭 OR title:夏日山中 OR title:夏日登车盖亭 OR title:夏夜宿表兄 OR title:咏蝉 OR title:闻蝉 OR title:夏意 OR (title:蝉 (author:虞世南 OR author:李商隐))',
    ),
    occasion(
      '小暑',
      'Minor Heat',
      '温风至，荷花开。',
      'Warm winds come, and the lotus opens.',
      'title:小暑 OR title:采莲曲 OR title:荷花 OR title:莲花坞 OR title:白莲 OR (title:小池 author:杨万里) OR "接天莲叶"',
    ),
    occasion(
      '大暑',
      'Major Heat',
      '一年里最热的时候。',
      'The hottest days of the year.',
      '(title:大暑 OR title:苦热 OR title:避暑 OR title:纳凉 OR title:销暑 OR title:夏夜追凉) -title:早秋',
    ),
    occasion(
      '立秋',
      'Beginning of Autumn',
      '凉风至，一叶知秋。',
      'A cool wind, and one leaf that tells of autumn.',
      '(title:立秋 OR title:早秋 OR title:初秋) -title:苦热',
    ),
    occasion(
      '处暑',
      'End of Heat',
      '暑气到此为止，新凉可喜。',
      'The heat ends here, and the first cool is welcome.',
      'title:处暑 OR title:新凉 OR title:新秋',
    ),
    occasion(
      '白露',
      'White Dew',
      '露凝而白，夜渐凉。',
      'Dew turns white, and nights grow cool.',
      'title:白露 OR title:玉阶怨 OR title:月夜忆舍弟 OR title:凉夜 OR title:秋露 OR title:暮江吟',
    ),
    occasion(
      '秋分',
      'Autumn Equinox',
      '昼夜再平分，秋色平分。',
      'Day and night are equal again, and autumn is half over.',
      'title:秋分 OR title:秋夕 OR title:山居秋暝 OR title:秋夜寄丘 OR title:秋风引 OR title:秋夜曲 OR (title:秋词 author:刘禹锡)',
    ),
    occasion(
      '寒露',
      'Cold Dew',
      '露气寒，菊有黄华。',
      'The dew is cold, and chrysanthemums are yellow.',
      '(title:寒露 OR title:"菊花" OR title:野菊 OR title:赋菊 OR title:折菊 OR title:咏菊 OR (title:菊 author:李商隐)) -title:菊花潭',
    ),
    occasion(
      '霜降',
      'Frost’s Descent',
      '气肃而霜降，草木黄落。',
      'Frost falls, and leaves with it.',
      'title:霜降 OR title:枫桥夜泊 OR title:红叶 OR title:暮秋 OR title:早霜 OR (title:霜月 author:李商隐) OR (title:山行 author:杜牧) OR (title:霜 author:欧阳修)',
    ),
    occasion(
      '立冬',
      'Beginning of Winter',
      '水始冰，万物收藏。',
      'Water begins to freeze, and things are stored away.',
      'title:立冬 OR title:初冬 OR title:赠刘景文 OR title:冬十月',
    ),
    occasion(
      '小雪',
      'Minor Snow',
      '天寒将雪，炉边宜读。',
      'It grows cold enough for snow: days to read by the stove.',
      'title:小雪 OR title:问刘十九 OR (title:雪夜 author:白居易) OR (title:夜雪 author:白居易) OR (title:雪夜坐 author:白居易) OR (title:初冬 author:白居易)',
    ),
    occasion(
      '大雪',
      'Major Snow',
      '雪盛于此，夜长可读。',
      'Snow lies deep, and the long evenings are for reading.',
      '(title:大雪 OR title:江雪 OR title:夜雪 OR title:逢雪宿芙蓉山主人 OR title:终南望余雪 OR title:雪后 OR title:冬晚对雪 OR (title:雪 author:罗隐) OR (title:对雪 author:杜甫)) -title:春',
    ),
    occasion(
      '冬至',
      'Winter Solstice',
      '夜最长，一阳来复，数九开始。',
      'The longest night; from here the light returns.',
      '(title:冬至 OR title:小至 OR title:至日) -title:夏至',
    ),
    occasion(
      '小寒',
      'Minor Cold',
      '天渐大寒，梅花先开。',
      'The cold deepens, and the plum is first to flower.',
      '(title:小寒 OR title:山园小梅 OR title:早梅 OR title:雪梅 OR (title:梅花 (author:王安石 OR author:卢梅坡 OR author:陆游 OR author:李商隐)) OR (title:梅 author:王淇)) -title:小寒食 -title:薛肇明',
    ),
    occasion(
      '大寒',
      'Major Cold',
      '寒到极处，春在岁末。',
      'The cold is at its greatest, and spring behind it.',
      'title:大寒 OR title:岁暮 OR title:苦寒 OR title:岁晚',
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
      'title:元日 OR title:岁日 OR title:新年',
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
      '(title:元夕 OR title:元宵 OR title:观灯 OR title:正月十五 OR title:上元 OR "去年元夜时") -title:上元夫人 -title:月蚀',
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
      'title:上巳 OR title:三月三日 OR title:修禊',
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
      'title:端午 OR title:重五 OR title:竞渡',
    ),
  ),
  festival(
    7,
    7,
    occasion(
      '七夕',
      'Qixi',
      '牵牛织女，一年一会。',
      'The herdsman and the weaver meet, once a year.',
      'title:七夕 OR title:牛女 OR title:织女 OR title:牵牛',
    ),
  ),
  festival(
    7,
    15,
    occasion(
      '中元',
      'Zhongyuan',
      '放河灯，念先人。',
      'Lamps on the rivers for those who went before.',
      '(title:中元 OR title:七月十五 OR title:盂兰) -title:甲子',
    ),
  ),
  festival(
    8,
    15,
    occasion(
      '中秋',
      'Mid-Autumn Festival',
      '月最圆，人望归。',
      'The fullest moon, and thoughts of home.',
      '(title:中秋 OR title:八月十五 OR title:十五夜望月 OR "一轮秋影转金波") -title:正月 -title:秋深 -title:看潮',
    ),
  ),
  festival(
    9,
    9,
    occasion(
      '重阳',
      'Double Ninth',
      '登高，插茱萸，赏菊，敬老。',
      'Up to the heights with dogwood and chrysanthemums, and honour to the old.',
      'title:重阳 OR title:九日 OR title:重九',
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
      'title:腊日 OR title:腊八 OR title:腊月',
    ),
  ),
]

export const newYearsEve: Occasion = occasion(
  '除夕',
  'New Year’s Eve',
  '守岁，一夜连双岁。',
  'The night that joins two years, spent awake together.',
  'title:除夜 OR title:除夕 OR title:守岁',
)
