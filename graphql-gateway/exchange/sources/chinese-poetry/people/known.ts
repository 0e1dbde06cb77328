// The persons that most readers look for: years of life, names by which they are called, and readings of names that a
// dictionary gets wrong.
//
// A list of our own, of facts that are open to everybody, one a line; the book after the years is where they can be looked
// up. A person is named as the catalogue writes the name, with the age under which the source files them (`persons.ts`).
import type { NameType } from '@shuxiang/vocabulary'

/**
 * `名 age born-died book`, then one line a name: 字 courtesy, 号 art, 谥 posthumous, 别 any other, 本 at birth; 音 is the
 * reading of the name where it differs. `~` stands for about, `?` for not known.
 */
const list = `
屈原 xianqin ~340-~278 史记
字 原
本 屈平
曹操 han 155-220 三国志
字 孟德
别 魏武帝
别 曹孟德
孔子 xianqin 551-479 史记
字 仲尼
本 孔丘
音 Kǒngzǐ
孟子 xianqin ~372-~289 史记
本 孟轲
音 Mèngzǐ
曾子 xianqin 505-~435 史记
字 子舆
本 曾参
音 Zēngzǐ
子思 xianqin ~483-~402 史记
本 孔伋
别 子思子
音 Zǐsī
太宗皇帝 tang 598-649 旧唐书
本 李世民
别 唐太宗
高宗皇帝 tang 628-683 旧唐书
本 李治
别 唐高宗
中宗皇帝 tang 656-710 旧唐书
本 李显
别 唐中宗
睿宗皇帝 tang 662-716 旧唐书
本 李旦
别 唐睿宗
则天皇后 tang 624-705 旧唐书
本 武曌
别 武则天
别 武后
明皇帝 tang 685-762 旧唐书
本 李隆基
别 唐玄宗
别 唐明皇
肃宗皇帝 tang 711-762 旧唐书
本 李亨
别 唐肃宗
代宗 tang 727-779 旧唐书
本 李豫
别 唐代宗
德宗皇帝 tang 742-805 旧唐书
本 李适
别 唐德宗
顺宗皇帝李诵 tang 761-806 旧唐书
别 唐顺宗
别 李诵
文宗皇帝 tang 809-840 旧唐书
本 李昂
别 唐文宗
宣宗皇帝 tang 810-859 旧唐书
本 李忱
别 唐宣宗
昭宗皇帝 tang 867-904 旧唐书
本 李晔
别 唐昭宗
李昪 tang 889-943 新五代史
字 正伦
别 南唐烈祖
孟昶 tang 919-965 新五代史
字 保元
别 后蜀后主
王衍 tang 899-926 新五代史
字 化源
别 前蜀后主
钱镠 tang 852-932 旧五代史
字 具美
谥 武肃
别 吴越武肃王
宋太祖 song 927-976 宋史
本 赵匡胤
宋太宗 song 939-997 宋史
本 赵炅
别 赵光义
宋真宗 song 968-1022 宋史
本 赵恒
宋仁宗 song 1010-1063 宋史
本 赵祯
宋神宗 song 1048-1085 宋史
本 赵顼
宋哲宗 song 1076-1100 宋史
本 赵煦
宋徽宗 song 1082-1135 宋史
本 赵佶
钦宗 song 1100-1156 宋史
本 赵桓
别 宋钦宗
宋高宗 song 1107-1187 宋史
本 赵构
字 德基
宋孝宗 song 1127-1194 宋史
本 赵昚
宋光宗 song 1147-1200 宋史
本 赵惇
宋宁宗 song 1168-1224 宋史
本 赵扩
宋理宗 song 1205-1264 宋史
本 赵昀
宋度宗 song 1240-1274 宋史
本 赵禥
虞世南 tang 558-638 旧唐书
字 伯施
王绩 tang ~590-644 唐才子传
字 无功
号 东皋子
骆宾王 tang ~619-~684 唐才子传
字 观光
卢照邻 tang ~636-~689 唐才子传
字 升之
号 幽忧子
李峤 tang ~645-~714 旧唐书
字 巨山
杜审言 tang ~645-708 唐才子传
字 必简
王勃 tang 650-676 唐才子传
字 子安
杨炯 tang 650-~693 唐才子传
宋之问 tang ~656-712 唐才子传
字 延清
沈佺期 tang ~656-~715 唐才子传
字 云卿
贺知章 tang ~659-~744 旧唐书
字 季真
号 四明狂客
陈子昂 tang ~659-~700 唐才子传
字 伯玉
别 陈拾遗
张若虚 tang ~670-~730 旧唐书
张说 tang 667-731 旧唐书
字 道济
谥 文贞
音 Zhāng Yuè
张九龄 tang 678-740 旧唐书
字 子寿
谥 文献
别 张曲江
王翰 tang ~687-~726 唐才子传
字 子羽
音 Wáng Hàn
王之涣 tang 688-742 唐才子传
字 季凌
孟浩然 tang 689-740 唐才子传
别 孟襄阳
李颀 tang ~690-~751 唐才子传
音 Lǐ Qí
王湾 tang ~693-~751 唐才子传
王昌龄 tang ~698-~757 唐才子传
字 少伯
别 王江宁
别 王龙标
祖咏 tang ~699-~746 唐才子传
王维 tang ~701-761 旧唐书
字 摩诘
别 王右丞
别 诗佛
李白 tang 701-762 新唐书
字 太白
号 青莲居士
别 李翰林
别 诗仙
别 谪仙人
高适 tang ~704-765 旧唐书
字 达夫
谥 忠
别 高常侍
音 Gāo Shì
崔颢 tang ~704-754 唐才子传
音 Cuī Hào
常建 tang ~708-~765 唐才子传
刘长卿 tang ~709-~789 唐才子传
字 文房
别 刘随州
音 Liú Zhǎngqīng
杜甫 tang 712-770 新唐书
字 子美
号 少陵野老
别 杜少陵
别 杜工部
别 杜拾遗
别 老杜
别 诗圣
岑参 tang ~715-~770 唐才子传
别 岑嘉州
音 Cén Shēn
张继 tang ~715-~779 唐才子传
字 懿孙
元结 tang 719-772 新唐书
字 次山
号 漫叟
皎然 tang ~720-~804 唐才子传
字 清昼
音 Jiǎorán
张志和 tang ~732-~774 新唐书
字 子同
号 玄真子
号 烟波钓徒
韦应物 tang ~737-~792 唐才子传
别 韦苏州
别 韦江州
音 Wéi Yìngwù
卢纶 tang ~739-~799 唐才子传
字 允言
李益 tang ~746-~829 唐才子传
字 君虞
韩翃 tang ?-? 唐才子传
字 君平
音 Hán Hóng
司空曙 tang ?-~790 唐才子传
字 文初
孟郊 tang 751-814 新唐书
字 东野
别 孟东野
张籍 tang ~766-~830 新唐书
字 文昌
别 张水部
别 张司业
王建 tang ~766-~830 唐才子传
字 仲初
薛涛 tang ~768-832 唐才子传
字 洪度
韩愈 tang 768-824 旧唐书
字 退之
谥 文
别 韩昌黎
别 昌黎先生
别 韩文公
别 韩吏部
刘禹锡 tang 772-842 旧唐书
字 梦得
别 刘宾客
别 诗豪
白居易 tang 772-846 旧唐书
字 乐天
号 香山居士
号 醉吟先生
谥 文
别 白傅
别 诗魔
李绅 tang 772-846 旧唐书
字 公垂
柳宗元 tang 773-819 旧唐书
字 子厚
别 柳河东
别 柳柳州
元稹 tang 779-831 旧唐书
字 微之
音 Yuán Zhěn
贾岛 tang 779-843 新唐书
字 浪仙
号 碣石山人
别 诗奴
音 Jiǎ Dǎo
张祜 tang ~785-~849 唐才子传
字 承吉
音 Zhāng Hù
李贺 tang ~790-~816 新唐书
字 长吉
别 李昌谷
别 诗鬼
许浑 tang ~791-~858 唐才子传
字 用晦
别 许丁卯
朱庆余 tang ?-? 唐才子传
音 Zhū Qìngyú
杜牧 tang 803-~852 旧唐书
字 牧之
号 樊川居士
别 小杜
别 杜樊川
别 杜紫微
温庭筠 tang ~812-866 唐才子传
字 飞卿
别 温八叉
李商隐 tang ~813-~858 旧唐书
字 义山
号 玉溪生
号 樊南生
别 李玉溪
罗隐 tang 833-910 旧五代史
字 昭谏
号 江东生
贯休 tang 832-912 唐才子传
字 德隐
号 禅月大师
音 Guànxiū
韦庄 tang ~836-910 唐才子传
字 端己
谥 文靖
皮日休 tang ~838-~883 唐才子传
字 袭美
号 鹿门子
司空图 tang 837-908 新唐书
字 表圣
号 知非子
号 耐辱居士
陆龟蒙 tang ?-~881 新唐书
字 鲁望
号 甫里先生
号 天随子
号 江湖散人
音 Lù Guīméng
韩偓 tang ~842-~923 新唐书
字 致尧
号 玉山樵人
音 Hán Wò
鱼玄机 tang ~844-~871 唐才子传
字 幼微
杜荀鹤 tang ~846-~904 旧五代史
字 彦之
号 九华山人
齐己 tang ~864-~943 唐才子传
号 衡岳沙门
音 Qíjǐ
冯延巳 tang ~903-960 南唐书
字 正中
谥 忠肃
音 Féng Yánsì
李璟 tang 916-961 新五代史
字 伯玉
别 南唐中主
别 李中主
音 Lǐ Jǐng
李煜 tang 937-978 新五代史
字 重光
号 钟隐
号 莲峰居士
本 李从嘉
别 李后主
别 南唐后主
音 Lǐ Yù
王禹偁 song 954-1001 宋史
字 元之
别 王黄州
音 Wáng Yǔchēng
寇准 song 961-1023 宋史
字 平仲
谥 忠愍
别 寇莱公
林逋 song ~967-1028 宋史
字 君复
别 和靖先生
别 林和靖
音 Lín Bū
范仲淹 song 989-1052 宋史
字 希文
谥 文正
别 范文正公
柳永 song ~984-~1053 四库全书总目
字 耆卿
本 柳三变
别 柳七
别 柳屯田
张先 song 990-1078 四库全书总目
字 子野
别 张三影
晏殊 song 991-1055 宋史
字 同叔
谥 元献
别 晏元献
音 Yàn Shū
宋祁 song 998-1061 宋史
字 子京
谥 景文
音 Sòng Qí
梅尧臣 song 1002-1060 宋史
字 圣俞
别 宛陵先生
别 梅宛陵
欧阳修 song 1007-1072 宋史
字 永叔
号 醉翁
号 六一居士
谥 文忠
别 欧阳文忠公
别 欧阳六一
苏舜钦 song 1008-1049 宋史
字 子美
号 沧浪翁
苏洵 song 1009-1066 宋史
字 明允
别 老苏
别 苏老泉
周敦颐 song 1017-1073 宋史
字 茂叔
别 濂溪先生
别 周濂溪
曾巩 song 1019-1083 宋史
字 子固
别 南丰先生
音 Zēng Gǒng
司马光 song 1019-1086 宋史
字 君实
谥 文正
别 涑水先生
别 司马温公
王安石 song 1021-1086 宋史
字 介甫
号 半山
谥 文
别 王荆公
别 王临川
别 王半山
晏几道 song ~1038-~1110 四库全书总目
字 叔原
号 小山
音 Yàn Jǐdào
程颢 song 1032-1085 宋史
字 伯淳
别 明道先生
音 Chéng Hào
苏轼 song 1037-1101 宋史
字 子瞻
字 和仲
号 东坡居士
谥 文忠
别 苏东坡
别 东坡
别 苏文忠公
别 坡仙
苏辙 song 1039-1112 宋史
字 子由
号 颍滨遗老
谥 文定
别 苏颍滨
黄庭坚 song 1045-1105 宋史
字 鲁直
号 山谷道人
号 涪翁
别 黄山谷
李之仪 song ~1048-~1117 宋史
字 端叔
号 姑溪居士
秦观 song 1049-1100 宋史
字 少游
字 太虚
号 淮海居士
别 秦少游
别 秦淮海
米芾 song 1051-1107 宋史
字 元章
号 襄阳漫士
号 海岳外史
别 米南宫
音 Mǐ Fú
贺铸 song 1052-1125 宋史
字 方回
号 庆湖遗老
别 贺梅子
晁补之 song 1053-1110 宋史
字 无咎
号 归来子
音 Cháo Bǔzhī
陈师道 song 1053-1102 宋史
字 履常
字 无己
号 后山居士
张耒 song 1054-1114 宋史
字 文潜
号 柯山
音 Zhāng Lěi
周邦彦 song ~1056-1121 宋史
字 美成
号 清真居士
朱敦儒 song 1081-1159 宋史
字 希真
号 岩壑
曾几 song 1084-1166 宋史
字 吉甫
号 茶山居士
谥 文清
音 Zēng Jī
李清照 song 1084-~1155 宋史
号 易安居士
别 李易安
陈与义 song 1090-1138 宋史
字 去非
号 简斋
张元干 song 1091-~1161 四库全书总目
字 仲宗
号 芦川居士
音 Zhāng Yuángàn
岳飞 song 1103-1142 宋史
字 鹏举
谥 武穆
谥 忠武
别 岳武穆
陆游 song 1125-1210 宋史
字 务观
号 放翁
别 陆放翁
别 陆剑南
音 Lù Yóu
范成大 song 1126-1193 宋史
字 致能
号 石湖居士
谥 文穆
别 范石湖
杨万里 song 1127-1206 宋史
字 廷秀
号 诚斋
谥 文节
别 杨诚斋
朱熹 song 1130-1200 宋史
字 元晦
字 仲晦
号 晦庵
谥 文
别 朱子
别 朱文公
别 紫阳先生
张孝祥 song 1132-~1170 宋史
字 安国
号 于湖居士
辛弃疾 song 1140-1207 宋史
字 幼安
号 稼轩
谥 忠敏
别 辛稼轩
陈亮 song 1143-1194 宋史
字 同甫
号 龙川
叶适 song 1150-1223 宋史
字 正则
号 水心居士
音 Yè Shì
姜夔 song ~1155-~1221 四库全书总目
字 尧章
号 白石道人
别 姜白石
音 Jiāng Kuí
翁卷 song ?-? 四库全书总目
字 灵舒
音 Wēng Juǎn
赵师秀 song 1170-1219 四库全书总目
字 紫芝
号 灵秀
史达祖 song ~1163-~1220 四库全书总目
字 邦卿
号 梅溪
叶绍翁 song ~1194-? 四库全书总目
字 嗣宗
号 靖逸
刘克庄 song 1187-1269 四库全书总目
字 潜夫
号 后村居士
别 刘后村
吴文英 song ~1200-~1260 四库全书总目
字 君特
号 梦窗
号 觉翁
别 吴梦窗
刘辰翁 song 1232-1297 四库全书总目
字 会孟
号 须溪
周密 song 1232-~1298 四库全书总目
字 公谨
号 草窗
号 四水潜夫
号 弁阳老人
文天祥 song 1236-1283 宋史
字 宋瑞
字 履善
号 文山
别 文信国公
别 文丞相
蒋捷 song ~1245-~1305 四库全书总目
字 胜欲
号 竹山
张炎 song 1248-~1320 四库全书总目
字 叔夏
号 玉田
号 乐笑翁
别 张春水
关汉卿 yuan ?-? 录鬼簿
号 已斋叟
马致远 yuan ~1250-~1321 录鬼簿
号 东篱
别 马东篱
白朴 yuan 1226-~1306 录鬼簿
字 太素
号 兰谷
音 Bái Pǔ
王实甫 yuan ?-? 录鬼簿
本 王德信
音 Wáng Shífǔ
张养浩 yuan 1270-1329 元史
字 希孟
号 云庄
谥 文忠
张可久 yuan ~1270-~1350 录鬼簿
号 小山
乔吉 yuan ~1280-1345 录鬼簿
字 梦符
号 笙鹤翁
号 惺惺道人
睢景臣 yuan ?-? 录鬼簿
音 Suī Jǐngchén
纳兰性德 qing 1655-1685 清史稿
字 容若
号 楞伽山人
本 纳兰成德
别 纳兰容若
音 Nàlán Xìngdé
张潮 qing 1650-~1709 四库全书总目
字 山来
号 心斋
`

/** What is known of one person. */
export interface KnownPerson {
  /** EDTF; absent where it is not known. */
  readonly born?: string
  readonly died?: string
  /** Book in which the facts can be looked up. */
  readonly book: string
  readonly names: readonly { readonly name: string; readonly type: NameType }[]
  /** Reading with tones, where it is not what a dictionary gives. */
  readonly pinyin?: string
}

const signs: Readonly<Record<string, NameType>> = {
  字: 'courtesy',
  号: 'art',
  谥: 'posthumous',
  本: 'birth',
  别: 'other',
}

const byPerson = read(list)

/** Null for a person whom the list does not have. `age` as in `persons.ts`. */
export function knownPerson(name: string, age: string): KnownPerson | null {
  return byPerson.get(`${age} ${name}`) ?? null
}

/** Every person of the list, by `age name`. */
export function knownPersons(): ReadonlyMap<string, KnownPerson> {
  return byPerson
}

/** Errors: `Error` naming a line that does not fit. */
function read(text: string): Map<string, KnownPerson> {
  const persons = new Map<string, KnownPerson>()
  let key = ''
  for (const line of text.trim().split('\n')) {
    const head = /^(\S+) ([a-z]+) (~?\d+|\?)-(~?\d+|\?) (\S+)$/.exec(line)
    if (head) {
      const [, name = '', age = '', born = '', died = '', book = ''] = head
      key = `${age} ${name}`
      if (persons.has(key)) throw new Error(`Known persons: ${key} comes twice.`)
      persons.set(key, { ...dates(age === 'xianqin', born, died), book, names: [] })
      continue
    }
    const [sign = '', ...rest] = line.split(' ')
    const person = persons.get(key)
    const type = signs[sign]
    const value = rest.join(' ')
    if (person === undefined || value === '') throw new Error(`Known persons: "${line}" says nothing.`)
    if (type) persons.set(key, { ...person, names: [...person.names, { name: value, type }] })
    else if (sign === '音') persons.set(key, { ...person, pinyin: value })
    else throw new Error(`Known persons: "${line}" begins with no sign.`)
  }
  return persons
}

function dates(before: boolean, born: string, died: string): Pick<KnownPerson, 'born' | 'died'> {
  const one = (text: string): string | null => {
    if (text === '?') return null
    const year = text.replace('~', '')
    // EDTF counts a year 0: 340 BC is -0339.
    const stated = before ? `-${String(Number(year) - 1).padStart(4, '0')}` : year.padStart(4, '0')
    return text.startsWith('~') ? `${stated}~` : stated
  }
  const [from, to] = [one(born), one(died)]
  return { ...(from === null ? {} : { born: from }), ...(to === null ? {} : { died: to }) }
}
