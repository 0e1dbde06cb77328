/** Pinyin as people type it: every form finds what the plain one finds, in the box, in a field and while typing. */

import { beforeAll, describe, expect, it } from 'vitest'
import { docOf, requestOf } from '../contract-suite/works.ts'
import type { SearchEngine } from '../contract.ts'
import { createMemoryEngine } from '../memory/engine.ts'

/** What the forms of a line stand for, and what only a box or only typing takes. */
interface Line {
  readonly ids: readonly string[]
  readonly suggested: string
  readonly forms: readonly string[]
  /** With field names, or of several names: not the beginning of anything. */
  readonly boxOnly?: readonly string[]
  /** Not yet a whole word. */
  readonly typedOnly?: readonly string[]
}

const LINES: readonly Line[] = [
  {
    ids: ['night', 'wine'],
    suggested: '李白',
    forms: [
      'li bai', 'libai', 'Li Bai', 'LI BAI', 'LiBai', 'Lǐ Bái', 'lǐbái', 'LǏ BÁI', 'li\u030c ba\u0301i', 'lĭ bái',
      'ｌｉ ｂａｉ', 'ＬＩ　ＢＡＩ', 'ｌｉｂａｉ', 'Li, Bai', 'Li,Bai', 'Li，Bai', 'li-bai', 'Li‐Bai', 'li–bai', "li'bai", 'li’bai', 'li·bai',
      'li.bai', 'li3 bai2', 'li3bai2', 'LI3 BAI2', 'li３ bai２', 'li³ bai²', 'li\u200bbai', '\ufeffli bai', 'lǐ  bái', '李bai', 'li白', '李 bai', 'li 白', '李BÁI',
    ],
    boxOnly: [
      'author:li bai', 'author: Lǐ Bái', '作者：li3 bai2', '作者： Li, Bai', 'author:"Lǐ Bái"', '"li bai"', 'AUTHOR:ｌｉ ｂａｉ', 'author:李bai',
    ],
    typedOnly: ['lǐ b', 'Li, B', 'li3ba', 'ｌｉｂ', 'lb', '李b'],
  },
  {
    ids: ['night'],
    suggested: '静夜思',
    forms: ['jing ye si', 'jìng yè sī', 'Jìngyè Sī', 'jing4 ye4 si1', 'jing-ye-si', "jing'ye'si", '静ye思', 'jing夜si', 'jìnɡ yè sī'],
    boxOnly: [
      'title:jing ye si', '题名: jìng yè sī', 'title:jing4ye4si1', 'li bai jing ye si', 'Lǐ Bái jìng yè sī', 'libai jingyesi', 'jing ye si Li Bai', 'li bai 静夜思', '静夜思 Lǐ Bái',
    ],
    typedOnly: ['jìng y', 'jing4 y', 'jys', 'JYS'],
  },
  {
    ids: ['hair'],
    suggested: '吕渭老',
    forms: [
      'lü wei lao', 'lüweilao', 'Lü Weilao', 'lǚ wèi lǎo', 'LǙ WÈI LǍO', 'lyu wei lao', 'lyuweilao', 'LYU Weilao', 'lv wei lao', 'lvweilao', 'lu:weilao', 'lu: wei lao',
      'lü3 wei4 lao3', 'lv3wei4lao3', 'lu:3 wei4 lao3', 'lu\u0308weilao', 'l\u00fc-wei-lao', 'ｌü weilao', 'Lu Weilao', 'luweilao', '吕wei老',
    ],
    boxOnly: ['author:lü wei lao', '作者: Lyu Weilao'],
    typedOnly: ['lü w', 'lyuwei', 'lu:w'],
  },
  {
    ids: ['sorrow'],
    suggested: '白居易',
    forms: ['bai ju yi', 'Bai Juyi', 'baijuyi', 'Bái Jūyì', 'bai2 ju1 yi4', 'bai jüyi', 'Bai, Juyi', 'bai jv yi'],
    boxOnly: ['Bai Juyi chang hen ge', 'author:Bai Juyi'],
  },
  {
    ids: ['city'],
    suggested: '西安怀古',
    forms: ["xi'an huaigu", 'xi’an huai gu', 'Xī’ān huáigǔ', 'xi-an huai-gu', 'xian huai gu', "xi1'an1 huai2gu3"],
  },
] // prettier-ignore

describe('pinyin as people type it', () => {
  let engine: SearchEngine

  beforeAll(async () => {
    engine = createMemoryEngine()
    await engine.index([
      docOf('night', { title: ['静夜思'], creator: ['李白'], body: '疑是地上霜' }),
      docOf('wine', { title: ['將進酒'], creator: ['李白'], body: '君不見黃河之水天上來' }),
      docOf('hair', { title: ['选冠子'], creator: ['吕渭老'], body: '雨湿花房' }),
      docOf('sorrow', { title: ['长恨歌'], creator: ['白居易'], body: '汉皇重色思倾国' }),
      docOf('city', { title: ['西安怀古'], creator: ['佚名'], body: '长安古道' }),
      docOf('other', { title: ['绿蓑衣'], creator: ['李商隐'], body: 'An album of English verse' }),
    ])
  })

  const counted = (what: string, total: number, wrong: readonly string[]): void => {
    process.stdout.write(`pinyin forms, ${what}: ${total - wrong.length} of ${total}\n`)
    expect(wrong).toEqual([])
    expect(total).toBeGreaterThanOrEqual(50)
  }

  it('finds the same in the box and in a field', async () => {
    const wrong: string[] = []
    let total = 0
    for (const { ids, forms, boxOnly = [] } of LINES) {
      for (const form of [...forms, ...boxOnly]) {
        total++
        const { hits } = await engine.search(requestOf(form))
        const found = hits.map(({ id }) => id).toSorted()
        if (found.join() !== ids.join())
          wrong.push(`${JSON.stringify(form)}: ${found.join()}, not ${ids.join()}`)
      }
    }
    counted('box', total, wrong)
  })

  it('suggests the same while it is typed', async () => {
    const wrong: string[] = []
    let total = 0
    for (const { suggested, forms, typedOnly = [] } of LINES) {
      for (const form of [...forms, ...typedOnly]) {
        total++
        const texts = (await engine.suggest(form, { limit: 5, scopes: null })).map(({ text }) => text)
        if (!texts.includes(suggested))
          wrong.push(`${JSON.stringify(form)}: ${texts.join()}, not ${suggested}`)
      }
    }
    counted('suggestions', total, wrong)
  })

  it('leaves letters alone that are no pinyin', async () => {
    for (const text of ['album', 'English verse', 'An album']) {
      expect((await engine.search(requestOf(text))).hits.map(({ id }) => id)).toEqual(['other'])
    }
    for (const text of ['li4567 bai', 'lib ai9', 'li bai 2024', 'x1 y2']) {
      expect(
        (await engine.search(requestOf(text))).hits.map(({ id }) => id),
        text,
      ).not.toContain('wine')
    }
  })
})
