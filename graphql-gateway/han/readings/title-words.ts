/**
 * Words in titles of works, chapters and tunes that are read otherwise than a dictionary of today has them: facts, as school
 * editions and annotated editions give them, collected by this project.
 *
 * A line: a word in simplified characters, as it stands in a title, and a syllable for each of its characters.
 */
export const TITLE_WORDS = `
将进酒 qiāng jìn jiǔ
鹿柴 lù zhài
徵人 zhēng rén
徵君 zhēng jūn
徵犬戎 zhēng quǎn róng
给事 jǐ shì
奉和 fèng hè
酬和 chóu hè
重帏 chóng wéi
罗薄几重 luó bó jǐ chóng
二载甫 èr zǎi fǔ
蜀相 shǔ xiàng
罢相 bà xiàng
吕相 lǚ xiàng
承相 chéng xiàng
相州 xiàng zhōu
华阴 huà yīn
华山 huà shān
华州 huà zhōu
大夫 dà fū
天姥 tiān mǔ
斗十千 dǒu shí qiān
饮马 yìn mǎ
校书 jiào shū
将军 jiāng jūn
仙游观 xiān yóu guàn
玄都观 xuán dū guàn
玉台观 yù tái guàn
客中行 kè zhōng xíng
漫兴 màn xìng
秋兴 qiū xìng
遣兴 qiǎn xìng
感兴 gǎn xìng
杂兴 zá xìng
扈从 hù cóng
少司命 shào sī mìng
渔父 yú fǔ
之什 zhī shí
葛覃 gé tán
葛藟 gé lěi
葛屦 gé jù
葛生 gé shēng
采葛 cǎi gé
卷耳 juǎn ěr
召南 shào nán
采苹 cǎi pín
行露 háng lù
殷其雷 yǐn qí léi
摽有梅 biào yǒu méi
载驰 zài chí
载驱 zài qū
载见 zài jiàn
载芟 zài shān
淇奥 qí yù
卫风·氓 wèi fēng méng
将仲子 qiāng zhòng zǐ
齐风·还 qí fēng xuán
齐风·着 qí fēng zhù
卢令 lú líng
汾沮洳 fén jù rù
桧风 kuài fēng
鱼丽 yú lí
蓼萧 lù xiāo
蓼莪 lù é
祈父 qí fǔ
小弁 xiǎo pán
都人士 dū rén shì
渐渐之石 chán chán zhī shí
思齐 sī zhāi
行苇 háng wěi
假乐 jiā lè
卷阿 quán ē
瞻卬 zhān yǎng
召旻 shào mín
之什·般 zhī shí pán
那之什·那 nuó zhī shí nuó
那之什 nuó zhī shí
长发 cháng fā
州吁 zhōu xū
死君难 sǐ jūn nàn
周乐 zhōu yuè
祭公 zhài gōng
召公 shào gōng
单子 shàn zǐ
曾子 zēng zǐ
连横说 lián héng shuì
说秦王 shuì qín wáng
说赵太后 shuì zhào tài hòu
说信陵君 shuì xìn líng jūn
鲁共公 lǔ gōng gōng
任安 rén ān
二千石 èr qiān dàn
临淄劳 lín zī lào
争臣 zhèng chén
应科目 yìng kē mù
泷冈 shuāng gāng
列传 liè zhuàn
死丧 sǐ sāng
清平乐 qīng píng yuè
女冠子 nǚ guàn zǐ
生查子 shēng zhā zǐ
河传 hé zhuàn
踏莎行 tà suō xíng
失调名 shī diào míng
三部乐 sān bù yuè
征部乐 zhēng bù yuè
破阵乐 pò zhèn yuè
法曲 fǎ qǔ
千年调 qiān nián diào
宴清都 yàn qīng dū
忆闷令 yì mèn lìng
尉迟 yù chí
斗百花 dòu bǎi huā
斗百草 dòu bǎi cǎo
好事近 hǎo shì jìn
为徐敬业 wèi xú jìng yè
名都 míng dū
水调 shuǐ diào
长费 cháng fèi
悄郊 qiǎo jiāo
调笑 tiáo xiào
转应 zhuǎn yìng
湘江曲 xiāng jiāng qǔ
`

const HAN = /\p{Script=Han}/u

const titleWords = new Map(
  TITLE_WORDS.trim()
    .split('\n')
    .map((line): [string, readonly string[]] => {
      const [word = '', ...sound] = line.split(' ')
      return [word, sound]
    }),
)
const longestWord = Math.max(...[...titleWords.keys()].map((word) => word.length))

/** What decides by its place in a title. */
const places: readonly (readonly [RegExp, string])[] = [
  [/重(?=[过游到登送别寄赠题宿经])/gu, 'chóng'],
  [/卷(?=[一二三四五六七八九十百首])/gu, 'juàn'],
  // A song, not the bend of a river.
  [/(?<![江河九水山溪湾涧岩乡心屈盘部])曲(?=$|[ ·・（]|[一二三四五六七八九十]+首|其|词|歌)/gu, 'qǔ'],
  // What is told of somebody, at the end or before its preface.
  [/传(?=$|序|[ ·・（])/gu, 'zhuàn'],
  // In answer to a poem of another.
  [/(?<=^|[酬奉追敬遥戏]|次韵)和(?![尚戎亲气平靖议])/gu, 'hè'],
]

/**
 * The syllables of a title in simplified characters, one for each Han character, as those say it who know the title, from
 * those that a dictionary of today has. `spelled` writes a syllable of ours, which has its tone, as the others are written.
 */
export function readAsTitle(
  title: string,
  usual: readonly string[],
  spelled: (syllable: string) => string = (syllable) => syllable,
): readonly string[] {
  const syllables = [...usual]
  const say = (index: number, word: readonly string[]): void => {
    const place = [...title.slice(0, index)].filter((char) => HAN.test(char)).length
    syllables.splice(place, word.length, ...word.map(spelled))
  }
  for (const [place, sound] of places) for (const { index } of title.matchAll(place)) say(index, [sound])
  // A longer word knows better.
  for (let length = 1; length <= longestWord; length += 1) {
    for (let at = 0; at + length <= title.length; at += 1) {
      const word = titleWords.get(title.slice(at, at + length))
      if (word) say(at, word)
    }
  }
  return syllables
}
