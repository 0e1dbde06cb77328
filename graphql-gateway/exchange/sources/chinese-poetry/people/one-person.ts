// Names of one person, whom the package has under several: with a title, with a place, in the poems of two dynasties.

/**
 * Names by which the complete Tang poems call a person whom they also have by another name. Rulers stand under their
 * titles there; a supplement of another editor has titles and names. The first is kept, so that its address stays.
 */
const names = `
李煜 后主煜
李璟 嗣主璟 南唐嗣主李璟
李昪 南唐先主李昪 先主昪
钱镠 吴越王钱镠
钱俶 后王钱俶
孟昶 后蜀嗣主孟昶 后蜀主孟昶
王衍 后主衍 蜀主王衍
太宗皇帝 李世民 太宗皇帝李世民
高宗皇帝 李治 高宗皇帝李治
睿宗皇帝 睿宗
明皇帝 李隆基 玄宗皇帝李隆基
肃宗皇帝 肃宗
德宗皇帝 德宗皇帝李适
宣宗皇帝 李忱 宣宗皇帝李忱
则天皇后 武则天 武曌
郭震 郭元振
鲍君徽 鲍氏君[徽]微
耿𣲗 耿[𣲗]
张彦修 张彦修〖1〗
清尚 清尚〖1〗
曹菘 曹菘〖1〗
杨敬述 杨敬述进
颜真卿 颜真卿等
蒲寿宬 宋蒲寿宬
胡证 胡[证]
太上隐者 太上隐君
宋徽宗 赵佶
宋高宗 赵构
宋仁宗 赵祯
宋神宗 赵顼
宋宁宗 赵扩
宋真宗 赵恒
钦宗 赵桓
`

/**
 * Poets who lived into the Song, or just before it: the complete poems of both dynasties have them, and a third or
 * more of the fewer poems are the same. Namesakes of the two dynasties share few poems or none.
 */
const intoSong =
  '徐铉 刘兼 王周 谭用之 孟贯 李九龄 伍乔 胡宿 朱存 孟宾于 陈抟 许坚 翁宏 廖融 王元 汤悦 王嵒 杨徽之 卞震 钱惟治 幸夤逊 李昉 周𣸣 王溥 胡君防 吴资 陶谷 钱昱 钱熙 滕白 范质 卢郢 孟嘏 王正己 刘洞 伍彬'
/** Their lives ended before it, or nobody knows them but as people of Tang. */
const beforeSong = '孙光宪 吕岩 太上隐者 韦庄 李煜'

const kept = new Map(
  names
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = line.split(' ')
      return others.map((other) => [other, first] as const)
    }),
)

const ages: ReadonlyMap<string, 'tang' | 'song'> = new Map([
  ...intoSong.split(' ').map((name) => [`tang ${name}`, 'song'] as const),
  ...beforeSong.split(' ').map((name) => [`song ${name}`, 'tang'] as const),
])

const inTangAndSong = ['tang', 'song'] as const

/** Ages and names under which the catalogue had a person before it knew that several are one. */
export function formerKeys(name: string, age: string): readonly (readonly [age: string, name: string])[] {
  const others = [...kept].flatMap(([other, first]) => (first === name ? [other] : []))
  return [
    ...(inTangAndSong.some((one) => one === age) ? inTangAndSong : [])
      .filter((one) => one !== age && keptAge(name, one) === age)
      .map((one) => [one, name] as const),
    ...others.flatMap((other) => inTangAndSong.map((one) => [one, other] as const)),
  ]
}

/** The name under which the catalogue has a person. */
export function keptName(name: string): string {
  return kept.get(name) ?? name
}

/** The age under which the catalogue has a person of a name, when collections of two ages have poems of theirs. */
export function keptAge<Age extends string>(name: string, age: Age): Age | 'tang' | 'song' {
  return ages.get(`${age} ${name}`) ?? age
}
