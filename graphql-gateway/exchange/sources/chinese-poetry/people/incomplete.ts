// Names that the package prints incomplete, because it could not write a rare character of them, and who is meant.
//
// A bare surname is nobody's name: under 张 stand lyrics of 张昪, 张镃 and others. Who is meant is told by the biography
// (字仲止 is 韩淲) or by the lyric, as 《全宋词》 (中华书局) has it. Whoever is not told stays without a person.
import { clauses } from '../text.ts'

/** A name and the mark of its biography, then who that is and, of other ages than Song, when. */
const biographies = `
程 字怀古 程珌
韩 字仲止 韩淲
韩 字子耕 韩疁
韩 字致尧 韩偓 tang
洪 号空同词客 洪瑹
解 曾任苏州司理 解昉
李 字方叔 李廌
李 字德润 李珣 tang
李 手卷珠帘上玉钩 李璟 tang
刘 字伟明 刘弇
刘子 字彦冲 刘子翚
潘 字庭坚 潘牥
王 字元泽 王雱
王 字子文 王埜
王 字逸滨 王磵
向 字丰之 向滈
谢 号竹友 谢薖
张 字杲卿 张昪
张 字功甫 张镃
章 字质夫 章楶
赵令 苏轼改为德麟 赵令畤
赵汝 号霞山 赵汝茪
寇 波渺渺 寇准
黄 号玉林 黄昇
顾 顾太尉 顾敻 tang
舒 字信道 舒亶
杜 字伯高 杜旟
吴 字毅夫 吴潜
曹 字择可 曹邍
蔡 字正甫 蔡珪
`

/** A name, who is meant, and how the lyrics of that person begin; `*` is what no other line of the name says. */
const lyrics = `
章 章楶 *
解 解昉 *
向 向滈 *
汪 汪晫 *
韩 韩疁 *
楼 楼槃 *
莫 莫仑 *
杜 杜旟 *
荣 荣諲 江上野梅芳
查 查荎 舣兰舟
许 许玠 西风又转芦花雪
赵 赵抃 雨过回廊
赵老 赵磻老 *
赵汝 赵汝茪 *
陈 陈慥 光景百年
苏 苏泂 望关河 十载尊前
袁 袁绹 频瞻礼 眉黛轻分
何 何㮚 百花丛里花君子 分香帕子揉蓝腻
李 李廌 城阴犹有松间雪 玉阑干外清江浦 唱歌须是 落梅呜咽
王 王珪 忆玉清景 玉宸朝晚 上林春晚
王 王雱 露晞向晚
王 王嵎 柳烟浓 曲水溅裙三月二
曾 曾慥 别样清芬扑鼻来 佳友 清友 净友 玉友 花好 酒美 子后寅前东向坐
曾 曾惇 幽芳独秀在山林 绿华居处渺云深 绣衣直指 无数春山展画屏 九月传杯
张 张昪 无利无名 一带江山如画
张 张栻 雪月两相映
张 - 雨后烟景绿
张 张镃 *
`

/** Namesakes whom the package tells apart by a number, and which of them the biographies of the name are about. */
const numbered: Readonly<Record<string, string>> = {
  王炎2: '王炎',
  刘镇1: '刘镇',
  姚述尧2: '姚述尧',
  杨适2: '杨适',
  吴淑姬1: '吴淑姬',
  李好古1: '李好古',
}

/** Of the house of Zhao, whose generations share a first character, a name of that character alone lacks the second. */
const halfNames = /^(?:赵[必崇老令汝师士希与]|刘子)$/u

const biographyLines = biographies
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
const lyricLines = lyrics
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/** Whether a name, as the catalogue writes names, says too little to tell one person by. */
export function isIncomplete(name: string): boolean {
  return [...name].length === 1 || halfNames.test(name)
}

/** Whom a biography is about that stands under an incomplete name; null where it does not say. */
export function namedByBiography(
  name: string,
  text: string,
): { readonly name: string; readonly age: 'tang' | 'song' } | null {
  const line = biographyLines.find(([short, mark = '']) => short === name && text.includes(mark))
  return line ? { name: line[2] ?? '', age: line[3] === 'tang' ? 'tang' : 'song' } : null
}

/** The author of a Song lyric, told by its beginning where the package prints an incomplete name. */
export function lyricAuthor(printed: string, lines: readonly string[]): string {
  const number = /\d+$/.exec(printed)
  if (number) return numbered[printed] ?? printed
  if (!isIncomplete(printed)) return printed
  const [opening = ''] = clauses(lines)
  const own = lyricLines.filter(([short]) => short === printed)
  const line =
    own.find(([, , ...openings]) => openings.includes(opening)) ?? own.find(([, , all]) => all === '*')
  return line?.[1] === undefined || line[1] === '-' ? printed : line[1]
}

/** An incomplete name as editors print it, 张□; the number of a namesake falls away. */
export function statement(name: string): string {
  return isIncomplete(name) ? `${name}□` : name.replace(/\d+$/, '')
}
