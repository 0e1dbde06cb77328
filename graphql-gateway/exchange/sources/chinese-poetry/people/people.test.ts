// What is known of persons: names and years out of set words, the list of our own, and how names are read.
import { statedDate } from '@shuxiang/record'
import { tonedName } from '@shuxiang/search/toned-name'
import { factSourceName } from '@shuxiang/vocabulary'
import { describe, expect, it } from 'vitest'
import { authorsSource } from '../origin.ts'
import { periods } from '../periods.ts'
import { biographyTexts } from './biography.ts'
import { knownPerson, knownPersons } from './known.ts'
import { factsOf } from './names.ts'
import { statedLifetime, statedNames } from './stated.ts'

const names = (text: string): string[] => statedNames(text).map(({ name, type }) => `${type} ${name}`)

describe('names that a biography states', () => {
  it.each([
    ['李白，字太白，隴西成紀人，涼武昭王暠九世孫。', ['courtesy 太白']],
    [
      '字子瞻，一字和仲，自號東坡居士，眉山（今屬四川）人。',
      ['courtesy 子瞻', 'courtesy 和仲', 'art 东坡居士'],
    ],
    ['北宋文学家。字介甫，晚号半山。抚州临川人。', ['courtesy 介甫', 'art 半山']],
    ['字永叔，號醉翁，晚又號六一居士，盧陵人。', ['courtesy 永叔', 'art 醉翁', 'art 六一居士']],
    ['字重光，号钟隐、莲峰居士，汉族', ['courtesy 重光', 'art 钟隐', 'art 莲峰居士']],
    ['會昌初，以刑部尚書致仕。卒贈尚書右僕射，諡曰文。自號醉吟先生。', ['posthumous 文', 'art 醉吟先生']],
    ['--字子西，号翠微，贵池 (今属安徽) 人。', ['courtesy 子西', 'art 翠微']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it.each([
    // Of several persons, of somebody else, or no name at all.
    '與同年元稹酬詠，號元白；與劉禹錫酬詠，號劉白。',
    '武平一，名甄，以字行，后族，穎川郡王載德子。',
    '时号大历十才子。',
    '与弟并知名，号二苏。',
    '善楷字，工诗。',
    '帝尤愛文字訓詁之書。',
    '其父字明允，亦有文名。',
    '無傳。',
  ])('none in: %s', (text) => {
    expect(names(text)).toEqual([])
  })

  it('are looked for in no more than a page, and each comes once', () => {
    expect(names(`字子瞻，${'，字子瞻'.repeat(4000)}。`)).toEqual(['courtesy 子瞻'])
  })
})

describe('a biography', () => {
  it.each([
    [
      '苏轼：(1037-1101) 北宋文学家。--(1037―1101) 字子瞻 (一字和仲)。代表作有《江神子・猎主要作品有：定风波（莫听）',
      ['苏轼：（1037-1101）北宋文学家。', '（1037―1101）字子瞻（一字和仲）。'],
    ],
    ['--(1226－1289) 字君直', ['（1226－1289）字君直']],
    ['刘克庄:（1187--1269）字潜夫', ['刘克庄：（1187－1269）字潜夫']],
    ['高安人。有《碎锦词》。(2) 字仲敏。《阳春白雪》录其词', ['高安人。有《碎锦词》。']],
    [
      '--乾道五年 (1169) 进士，著有《山中白云词》(又名《玉田词》)。',
      ['乾道五年（1169）进士，著有《山中白云词》（又名《玉田词》）。'],
    ],
    ['--主要作品有：虞美人（春花秋月何时了）', []],
    ['--', []],
  ])('%s', (printed, texts) => {
    expect(biographyTexts(printed)).toEqual(texts)
  })
})

describe('years of life that a biography states', () => {
  it.each([
    ['蘇軾（一○三七～一一○一），字子瞻', { born: '1037', died: '1101' }],
    ['李清照（一○八四—？），號易安居士', { born: '1084' }],
    ['李清照：（1084－约 1151）南宋女词人。', { born: '1084', died: '1151~' }],
    ['--(1232－1297) 字会孟', { born: '1232', died: '1297' }],
    ['李煜（937年8月15日―978年8月13日），南唐', { born: '0937', died: '0978' }],
    ['喻汝礪（？～一一四三），字迪孺', { died: '1143' }],
    // Not a life: a year of office, of activity, of nonsense.
    ['李清照，徽宗建中靖國元年（一一○一）', {}],
    ['--(约 1231 年以前在世) 字敬之', {}],
    ['某人（1000－1400）', {}],
    ['某人（1200－1100）', {}],
  ])('%s', (text, expected) => {
    expect(statedLifetime(text)).toEqual(expected)
  })
})

describe('the list of known persons', () => {
  it('has each person once, with years that make a life and belong to the age', () => {
    const persons = [...knownPersons()]
    expect(persons.length).toBeGreaterThan(115)
    const spans: Readonly<Record<string, { readonly from: number; readonly to: number }>> =
      Object.fromEntries(Object.entries(periods).map(([id, { years }]) => [id, years]))
    for (const [key, { born, died, names: known, book }] of persons) {
      const [age = '', name = ''] = key.split(' ')
      const from = born === undefined ? null : (statedDate(born)?.from?.year ?? Number.NaN)
      const to = died === undefined ? null : (statedDate(died)?.from?.year ?? Number.NaN)
      const span = spans[age]
      expect([key, span === undefined, book.length > 1]).toEqual([key, false, true])
      if (from !== null && to !== null) {
        expect([key, to - from > 20 && to - from < 100]).toEqual([key, true])
        // Poets of the Five Dynasties stand with Tang, and the first of an age are born before it.
        expect([key, from > (span?.from ?? 0) - 80 && to < (span?.to ?? 0) + 80]).toEqual([key, true])
      }
      expect([key, known.map((one) => one.name)]).not.toContain(name)
      expect([key, new Set(known.map((one) => one.name)).size]).toEqual([key, known.length])
    }
  })

  it('knows 340 before our era as EDTF counts it', () => {
    expect(knownPerson('屈原', 'xianqin')).toMatchObject({ born: '-0339~', died: '-0277~', book: '史记' })
    expect(knownPerson('屈原', 'tang')).toBeNull()
  })
})

describe('the facts of a person', () => {
  it('are those of our list, then of the biographies; what readers make of them only finds', () => {
    const facts = factsOf('苏轼', 'song', ['苏轼：(1036-1101) 字子瞻，号老泉山人。'], '小传')
    expect(facts).toMatchObject({ pinyin: 'Sū Shì', born: '1037', died: '1101', datesFrom: '《宋史》' })
    const all = facts.names?.map(({ name, type, source }) => `${type} ${name} ${source ?? ''}`)
    expect(all).toEqual(
      expect.arrayContaining(['courtesy 子瞻 《宋史》', 'other 苏东坡 《宋史》', 'art 老泉山人 小传']),
    )
    expect(facts.searchNames).toEqual(
      expect.arrayContaining(['苏子瞻', '苏老泉', 'Su Tung-po', "Su Tung-p'o"]),
    )
    expect(facts.searchNames).not.toContain('苏东坡')
    expect(facts.names?.find(({ name }) => name === '东坡居士')?.pinyin).toBe('Dōngpō Jūshì')
    expect(facts.names?.find(({ name }) => name === '苏文忠公')?.pinyin).toBe('Sū Wénzhōnggōng')
  })

  it.each([
    ['白居易', 'tang', '白醉吟'],
    ['欧阳修', 'song', '欧阳醉翁'],
  ])('tell no name that nobody uses: %s is not called %s', (name, age, made) => {
    const facts = factsOf(name, age, [], '小传')
    expect(facts.names?.map((one) => one.name)).not.toContain(made)
    expect(facts.searchNames).toContain(made)
  })

  it.each([
    ['孔子', 'xianqin', 'Confucius', 'Kǒngzǐ'],
    ['孟子', 'xianqin', 'Mencius', 'Mèngzǐ'],
  ])('tell the name that English has for %s, and find by others', (name, age, english, pinyin) => {
    const facts = factsOf(name, age, [], '小传')
    expect(facts.pinyin).toBe(pinyin)
    expect(facts.names).toContainEqual({ name: english, type: 'foreign' })
    expect(facts.searchNames).not.toContain(english)
    expect(facts.searchNames?.join()).toMatch(/Tzu/)
    expect(facts.searchNames?.join()).not.toContain('*')
  })

  it('tell no spelling of pinyin of another age: 李白 has no foreign name', () => {
    expect(factsOf('李白', 'tang', [], '小传').names?.map(({ type }) => type)).not.toContain('foreign')
  })

  it('are stated by books that have a name in English', () => {
    const books = new Set([...knownPersons().values()].map(({ book }) => `《${book}》`))
    for (const book of [...books, authorsSource.name]) expect(factSourceName(book, 'en')).not.toBe(book)
  })

  it('of somebody whom nobody describes is how the name is read', () => {
    expect(factsOf('张三', 'song', [], '小传')).toEqual({ pinyin: 'Zhāng Sān' })
  })
})

it.each([
  ['欧阳修', 'Ōuyáng Xiū'],
  ['蘅塘退士', 'Héngtáng Tuìshì'],
  ['中宗皇帝', 'Zhōngzōng Huángdì'],
  ['魏夫人', 'Wèi Fūrén'],
  ['上官婉儿', 'Shàngguān Wǎn’ér'],
  ['万俟咏', 'Mòqí Yǒng'],
  ['单雄信', 'Shàn Xióngxìn'],
  ['花蕊夫人', 'Huāruǐfūrén'],
  ['皎然', 'Jiǎo Rán'],
  ['Li Bai', null],
  ['', null],
])('%s is read %s', (name, expected) => {
  expect(tonedName(name)).toBe(expected)
})
