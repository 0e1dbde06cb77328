import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rewriterOf } from '../../../shell/sdk/script.ts'
import { OLD_CHARACTERS, withOldCharacters } from './old-characters.ts'
import { tableTo } from './opencc.ts'
import { inScript, wordsOf, wordsTo } from './other-script.ts'

/** What a page makes of a text by the words that come with it. */
async function written(text: string, language: string): Promise<string> {
  return rewriterOf(await wordsOf([text], language))(text)
}

/** Lines of simplified old texts as traditional editions print them. */
const OLD_LINES: readonly (readonly [simplified: string, traditional: string])[] = [
  ['皇览揆余初度兮，肇锡余以嘉名', '皇覽揆余初度兮，肇錫余以嘉名'],
  ['岂余身之殚殃兮', '豈余身之殫殃兮'],
  ['悼余生之不时兮', '悼余生之不時兮'],
  ['皇天既不纯命兮，余生终无所依', '皇天既不純命兮，余生終無所依'],
  ['惜余年老而日衰兮', '惜余年老而日衰兮'],
  ['览冀洲兮有余', '覽冀洲兮有餘'],
  ['昔三后之纯粹兮', '昔三后之純粹兮'],
  ['后皇嘉树', '后皇嘉樹'],
  ['欲从灵氛之吉占兮', '欲從靈氛之吉占兮'],
  ['命灵氛为余占之', '命靈氛爲余占之'],
  ['溘埃风余上征', '溘埃風余上征'],
  ['既干进而务入兮', '既干進而務入兮'],
  ['仆夫悲余马怀兮', '僕夫悲余馬懷兮'],
  ['子贡曰：“《诗》云：‘如切如磋’', '子貢曰：“《詩》云：‘如切如磋’'],
  ['《书》云，‘高宗谅阴’', '《書》云，‘高宗諒陰’'],
  ['礼云礼云，玉帛云乎哉？乐云乐云，钟鼓云乎哉', '禮云禮云，玉帛云乎哉？樂云樂云，鐘鼓云乎哉'],
  ['夫子之云，不亦宜乎', '夫子之云，不亦宜乎'],
  ['子夏云何', '子夏云何'],
  ['牢曰：“子云：‘吾不试，故艺', '牢曰：“子云：‘吾不試，故藝'],
  ['不知老之将至云尔', '不知老之將至云爾'],
  ['于我如浮云', '於我如浮雲'],
  ['西蜀子云亭', '西蜀子雲亭'],
  ['郁郁乎文哉', '郁郁乎文哉'],
  ['邦有道谷', '邦有道穀'],
  ['邦有道，谷；邦无道，谷，耻也', '邦有道，穀；邦無道，穀，恥也'],
  ['旧谷既没，新谷既升', '舊穀既沒，新穀既升'],
  ['不至于谷，不易得也', '不至於穀，不易得也'],
  ['亚饭干适楚', '亞飯干適楚'],
  ['羔裘玄冠不以吊', '羔裘玄冠不以弔'],
  ['宾退，必复命曰', '賓退，必復命曰'],
  ['杞不足征也', '杞不足徵也'],
  ['足则吾能征之矣', '足則吾能徵之矣'],
  ['里仁为美', '里仁爲美'],
  ['小人长戚戚', '小人長戚戚'],
  ['斗筲之人', '斗筲之人'],
  ['寝不尸，居不客', '寢不尸，居不客'],
  ['行有余力，则以学文', '行有餘力，則以學文'],
  ['云胡不喜', '云胡不喜'],
  ['云谁之思', '云誰之思'],
  ['云何吁矣', '云何吁矣'],
  ['人之云亡，邦国殄瘁', '人之云亡，邦國殄瘁'],
  ['道之云远，曷云能来', '道之云遠，曷云能來'],
  ['置之河之干兮', '置之河之干兮'],
  ['干旄', '干旄'],
  ['孑孑干旄，在浚之郊', '孑孑干旄，在浚之郊'],
  ['中谷有蓷，暵其干矣', '中谷有蓷，暵其乾矣'],
  ['采采芣苢，薄言采之', '采采芣苢，薄言采之'],
  ['采薇采薇', '采薇采薇'],
  ['于以采蘩？于沼于沚', '于以采蘩？于沼于沚'],
  ['于嗟麟兮', '于嗟麟兮'],
  ['之子于归', '之子于歸'],
  ['燕燕于飞', '燕燕于飛'],
  ['君子于役，不知其期', '君子于役，不知其期'],
  ['于穆清庙', '於穆清廟'],
  ['无逾我里', '無逾我里'],
  ['谁其尸之？有齐季女', '誰其尸之？有齊季女'],
  ['哀我征夫，独为匪民', '哀我征夫，獨爲匪民'],
  ['洒扫穹窒，我征聿至', '灑掃穹窒，我征聿至'],
  ['我生之后，逢此百凶', '我生之後，逢此百凶'],
  ['谷则异室，死则同穴', '穀則異室，死則同穴'],
  ['习习谷风', '習習谷風'],
  ['播厥百谷', '播厥百穀'],
  ['徘徊于斗牛之间', '徘徊於斗牛之間'],
  ['虚室有余闲', '虛室有餘閑'],
  ['却话巴山夜雨时', '却話巴山夜雨時'],
  ['(正末云)小生姓张，(云)自从别后', '(正末云)小生姓張，(云)自從別後'],
]

/** Words of today, as Taiwan and Hong Kong and OpenCC write them. */
const TODAY = `
特征特徵 征求徵求 征收徵收 征兵徵兵 征税徵稅 征服征服 长征長征 干净乾淨 干部幹部 干燥乾燥 干活幹活 能干能幹
饼干餅乾 干涉干涉 多余多餘 剩余剩餘 业余業餘 其余其餘 采访採訪 采购採購 采用採用 占领佔領 占有佔有 占据佔據
占卜占卜 凶手兇手 行凶行兇 尸体屍體 吊车吊車 吊桥吊橋 上吊上吊 吊唁弔唁 呼吁呼籲 后面後面 以后以後 皇后皇后
头发頭髮 理发理髮 发现發現 五谷五穀 山谷山谷 谷物穀物 云南雲南 白云白雲 云计算雲計算 里面裏面 公里公里
哪里哪裏 复习複習 复杂複雜 重复重複 恢复恢復 斗争鬥爭 战斗戰鬥 漏斗漏斗 模范模範 规范規範 范围範圍 关系關係
系统系統 系列系列 世系世系 谱系譜系 咸鱼鹹魚 休闲休閒 委托委託 摩托摩托 衬托襯托 托儿所托兒所 咨询諮詢
佳肴佳餚 由于由於 关于關於 于是於是 欲望慾望 烟熏煙燻 一出戏一齣戲 斗牛士鬥牛士 宣布宣佈 荡妇蕩婦
`

describe('a simplified old text in traditional characters', () => {
  it.each(OLD_LINES)('%s is %s', async (simplified, traditional) => {
    expect(await written(simplified, 'lzh-Hans')).toBe(traditional)
    expect(await inScript(simplified, 'Hant')).toBe(traditional)
    expect(rewriterOf(await wordsTo('Hant', [simplified]))(simplified)).toBe(traditional)
  })

  it.each(TODAY.trim().split(/\s+/))('leaves words of today as they are: %s', async (pair) => {
    const half = pair.length / 2
    const [simplified, traditional] = [pair.slice(0, half), pair.slice(half)]
    expect(await inScript(simplified, 'Hant')).toBe(traditional)
    expect(await inScript(`甲${simplified}乙`, 'Hant')).toBe(`甲${traditional}乙`)
  })

  it('is not what a text of today is written in', async () => {
    expect(await written('独占斗牛，余下的采石', 'zh-Hans')).toBe('獨佔鬥牛，餘下的採石')
  })
})

describe('the words of old texts', () => {
  it('stand once each in the list, and hold the character they are for', () => {
    for (const line of OLD_CHARACTERS.trim().split('\n')) {
      const [simplified = '', traditional = '', ...words] = line.split(' ')
      expect([[...simplified].length, [...traditional].length], line).toEqual([1, 1])
      expect(
        words.filter((word) => !word.includes(simplified) || [...word].length < 2),
        line,
      ).toEqual([])
    }
    const all = OLD_CHARACTERS.trim()
      .split('\n')
      .flatMap((line) =>
        line
          .split(' ')
          .slice(2)
          .map((word) => `${line[0]} ${word}`),
      )
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([])
  })

  it('keep lengths in code points', async () => {
    const { to } = withOldCharacters(await tableTo('Hant'))
    expect([...to].filter(([from, target]) => [...from].length !== [...target].length)).toEqual([])
  })

  it('leave OpenCC’s own table alone', async () => {
    const table = await tableTo('Hant')
    const size = table.to.size
    withOldCharacters(table)
    expect([table.to.size, table.to.get('斗牛'), table.to.get('采')]).toEqual([size, '鬥牛', '採'])
  })

  it('give a page what the table gives, of the same length', async () => {
    const pieces = [
      ...new Set([...OLD_LINES.flatMap(([line]) => [...line]), ...OLD_CHARACTERS.trim().split(/\s/)]),
      '𠮷',
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), async (some) => {
        const text = some.join('')
        const expected = await inScript(text, 'Hant')
        expect(await written(text, 'lzh-Hans')).toBe(expected)
        expect([...expected]).toHaveLength([...text].length)
      }),
      { numRuns: 300 },
    )
  })
})
