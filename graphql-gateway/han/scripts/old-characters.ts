// How old texts are written in traditional characters, where words of today would decide otherwise.
import { lengthsOf, type Table } from './opencc.ts'

/**
 * Which of several traditional characters a simplified one stands for in old texts: facts of single words, collected by
 * this project, most by counting in poems in traditional characters; no dictionary is copied.
 *
 * A line: a simplified character, a traditional one, and words in simplified characters in which it stands for it. A
 * line without words says what it is wherever no longer word decides, OpenCC's words of today among them (采 stays, and
 * 采访 is 採訪).
 */
export const OLD_CHARACTERS = `
采 采
占 占
征 征
斗 斗
却 却
荆 荆
峰 峰
湿 濕
衮 衮
凶 凶
尸 尸
辟 辟
吁 吁
咸 咸
咨 咨
肴 肴
沄 沄
熏 熏
范 范
吊 弔
系 繫
托 託
闲 閑
余 余
干 干
余 余 悼余生 哀余生 悲余生 余生终 惜余年 苟余情 与余言 纡余辔 永余思 羡余术 余思旧 思余俗 结余轸 余悲兮
余 餘 雨余 唯余 惟余 余花 余寒 余春 余芳 余清 余润 吟余 春余 尺余 岁余 余欢 纪余 梦余 载余 睡余 霜余 犹余 余雪 余龄
余 餘 余哀 余甘 亩余 雪余 余习 谈余 余景 余草 禅余 余残 旬余 余阴 万余 余照 余烟 余凉 醉余 斋余 战余 寒余 清余 舞余
余 餘 火余 落余 余红 余皆 余基 余尘 年余 余姿 余雨 饭余 余悲 秦余 余落 闰余 周余黎 百余 十余 千余 余暑 诸余 余音 余韵
余 餘 余文 月余 里余 余珠 余酲 余剩 茶余 三余 余杯 余程 余言 余厢 余君 余次 觉余 卷余 万卷余 余闲 千里余 百里余 自余
余 餘 余几 才有余 衾余 余衾 慎言其余 慎行其余
云 云 》云 （云 (云 红云) 云了） 云： 云「 云) 云） 礼云 乐云 云乎 云尔 云何 云胡 云谁之 曷云 谁云 孰云 虽云 岂云
云 云 未云 足云 已云 皆云 或云 何云 既云 昔云 徒云 且云 者云 始云 讵云 犹云 尝云 颇云 勿云 岁云 聿云 云亡 云徂 云除
云 云 云迈 云备 云毕 云美 云其 云厌 云获 道之云 云如之 云如何 云如何里 孔云 云不何 云不我 亦云可 暴之云 夫子之云
云 云 盖云归 予云觏 荓云 云克 如云不克 云我无 不云自 爰何云 句云 答云 注云 笺云 跋云 休云 云此 子云： 子云， 孔子云
云 云 孟子云 老子云 庄子云 荀子云 君子云
云 雲 子云
后 后 三后 二后 哲后 后夔 后稷 后羿 后辛 后帝 后皇 夏后 昭后成 后益 后何喜 后何怒 商之先后 命厥后 维后 皇后帝
后 後 东风后 西风后 春风后 秋风后
于 于 于以 于嗟 于飞 于归 于役 于征 于时处 于时庐 于时言 于时语 于时保 于彼 于胥 于沼 于沚 于林 于三十里 于何从 于焉逍
于 于 于焉嘉 于邑于 于疆于 于豳 于橐 于京斯 于周受 于蹶 于涧 在于沼 得罪于天 室于道 集于木 不属于毛 不出于颎 月离于毕
于 于 室于兹 筑室于 迄于今 橐于囊 询于刍荛 昭回于天 于周于京 于今三年 于女信 于公先 于此中乡 于谁之屋 于何不 于何其
于 于 于豆于登 于牧之 施于中 集于灌 愠于群 送于野 远于将 送于南 予于毒 流于淇 怀于卫 宿于泲 饯于祢 宿于干 饯于言
于 于 臻于卫 作于楚 观于桑 说于桑 隮于西 至于漕 控于大 说于农 至于顿 至于暴 钓于淇 栖于埘 栖于桀 离于罗 离于罦 离于罿
于 于 叔于田 叔于狩 献于公 子于沃 子于鹄 集于苞 生于道 蔓于野 蔓于域 归于其 公于狩 游于北 止于棘 止于桑 止于楚 王于兴
于 于 旦于差 旦于逝 说于株 食于株 日于耜 日于貉 豜于公 尔于茅 纳于凌 施于宇 鸣于垤 叹于室 阋于墙 迁于乔 木于阪 城于方
于 于 狁于襄 狁于夷 丽于罶 王于出 至于泾 至于大 子于苗 兽于敖 劳于野 集于中 子于垣 宗于海 鸣于九 闻于野 在于渚 闻于天
于 于 予于恤 集于穀 集于桑 集于栩 降于阿 饮于池 员于尔 都于向 畏于天 迁于王 敷于下 伊于胡 得于道 溃于成 临于谷 独于罹
于 于 辜于天 属于毛 罹于里 属于垣 愧于人 猗于亩 予于怀 逃于渊 已于行 出于颎 至于艽 祭于祊 享于祖 施于松 止于樊 止于榛
于 于 依于其 至于已 傅于天 归于周 子于狩 子于钓 烘于煁 钟于宫 闻于外 止于丘 离于毕 昭于天 侯于周 服于周 将于京 鉴于殷
于 于 嫁于周 嫔于京 迎于渭 周于京 矢于牧 至于岐 王于迈 章于天 跃于渊 施于条 惠于宗 刑于寡 至于兄 御于家 比于文 施于孙
于 于 登于岸 笃于周 对于天 配于京 伐于崇 邑于丰 盛于豆 豆于登 燕于宗 禄于天 媚于天 解于位 觏于京 豕于牢 媚于庶 实于亶
于 于 询于刍 烋于中 奰于中 在于今 乱于政 湛于酒 惠于朋 愧于屋 愆于仪 回于天 祖于摧 极于天 国于蕃 方于宣 邑于谢 饯于郿
于 于 谢于诚 入于谢 闻于四 假于下 政于外 觐于王 宿于屠 成于王 疆于理 至于南 告于文 射于人 靡于尔 四于时 常于时 熙于纯
于 于 熙于光 集于蓼 鹭于下 公于迈 告于訩 集于泮 至于文 侯于鲁 侯于东 至于海 至于汤 式于九 都于禹 命于下
谷 穀 新谷 旧谷 祈谷 谷熟 谷价 谷乐 百谷 播谷 臧谷 陶谷 谷则 有谷 道谷 道，谷 谷，耻 不至于谷
谷 谷 谷风 川谷 有空大谷
里 里 云如何里 于三十里 三十里 几里 里仁 我里 仁里 里中 帝里 旧里 栗里 田里 里长 里老 里言 里俗 里政 里旅 里堠 归里
里 里 还里 爵里 樗里 绮里 槐里 东里 州里 邻里 隣里 乡里 千万里 数千里 三万里 五千里 四千里 成千里 七千里 十万里 数万里
里 里 亿万里 几十里 百万里 一万里 五万里 八万里 九万里
里 裏 波里 谷里
干 乾 声干 初干 花干 叶干 草干 雨干 露干 泥干 瓦干 杯干 血干 喉干 髅干 干德 干符 干鹊 干竺 干刚 干祐 干封 承干 坤干
干 乾 泽干 其干矣
干 幹 抚干 运干 贞干 恒干
干 干 不干俺 不干你 不干我 干你甚 干我甚 肯干休 敢干 干人 谁干
征 徵 征君 征黄 征入 诗征 无征 宫征 变征 流征 清征 征还 诏征 征诏 征书 书征 征贤 征拜 三征 不足征 吾能征
征 征 征人 征车
发 髮 玄发 绀发 石发 衰发 濯发 肌发 发秃 发垂 青发
几 几 隠几 隐几 棐几 玉几 窗几 曲几 皮几 几砚 乌几 净几 盈几 抚几 几阁
几 幾 高几 石几
复 復 复命 复用 明复
回 迴 周回
复 複 复岭 复幕
郁 郁 郁郁乎
郁 鬱 芬郁 郁郁
斗 斗 斗牛 斗上 斗文
占 占 占得 独占 占尽 占地 地占 占山 已占 先占 占先 占好 不占 占一 占三 占四 占五 占六 占十 占东 占南 占西 占北 占中
占 占 占新 占小 占取 占少 意占 多占 分占 所占
采 采 采石
吊 弔 吊伐
合 合 合眼 合中
梁 梁 栋梁 梁栋 河梁 石梁 濠梁 雕梁 屋梁 梁上 跳梁 津梁 飞梁 鱼梁 渔梁 绕梁 山梁 无梁 梁柱 脊梁 桥梁
卷 卷 舒卷 卷舌 卷上
历 曆 历日
向 向 向明 向晦 向者
周 周 周回
夫 夫 仆夫
局 局 局促
布 布 布政 布施 布德 流布 棋布
席 席 枕席 床席 苇席
幸 幸 幸免
径 徑 一径 径入
志 志 县志 方志 地志
念 念 来念 在念 别念
戚 戚 戚戚 休戚 惨戚 干戚
才 才 才不 才多
折 折 手折 重折 双折
欲 欲 纵欲 人欲 无欲 寡欲 之欲 外欲 利欲 节欲
沈 沈 沈水
注 注 笺注 集注
澄 澄 澄江
烟 煙 香烟 烟草
熏 熏 熏风 熏炉
肴 肴 酒肴 嘉肴
背 背 背人 背负 背我
苹 蘋 青苹
荡 蕩 荡漾 摇荡 澹荡 波荡 漂荡 荡涤 荡舟 簸荡
药 藥 花药
蒙 蒙 蒙头 发蒙
面 面 白面
钟 鍾 钟山 钟王
闲 閒 休闲 空闲 农闲 闲置 闲聊
闲 閑 闲游 余闲 浑闲事 野草闲花
了 了 了然
出 出 一出
出 齣 一出戏 一出好戏 一出大戏 一出喜剧 一出悲剧
系 系 秦系 夏系 系文 系述 系乐
系 繫 系辞
范 範 觉范
辟 闢 地辟 门辟 晓辟 辟天 辟户 辟草 四辟 辟四门 启之辟 式辟 日辟国 辟启
`

const lines = OLD_CHARACTERS.trim()
  .split('\n')
  .map((line) => line.split(' '))

/** The table with the words of old texts laid over it. */
export function withOldCharacters(table: Table): Table {
  const to = new Map(table.to)
  for (const [from = '', target = '', ...words] of lines) {
    if (words.length > 0) continue
    if (from === target) to.delete(from)
    else to.set(from, target)
  }
  for (const [word, target] of wordsBy(to)) to.set(word, target)
  return { to, lengths: lengthsOf(to) }
}

/** The words of the list and what stands for them; characters for which they are not listed become what they are alone. */
function wordsBy(alone: Table['to']): Map<string, string> {
  const to = new Map<string, string>()
  for (const [from = '', target = '', ...words] of lines) {
    for (const word of words) {
      const written = [...(to.get(word) ?? [...word].map((char) => alone.get(char) ?? char).join(''))]
      to.set(word, [...word].map((char, at) => (char === from ? target : (written[at] ?? char))).join(''))
    }
  }
  return to
}
