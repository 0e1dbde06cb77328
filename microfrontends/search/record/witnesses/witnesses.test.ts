// @vitest-environment happy-dom
// The texts of one work on its page: chosen by links, differences marked and told in words.
import { afterEach, describe, expect, it } from 'vitest'
import { documentOf, texts, type Answers } from '@shuxiang/sdk/testing'
import { holdings, poem, witnessed } from '../../testing/answers.ts'
import { pages } from '../../testing/pages.ts'
import { piecesOf, placesOf } from './places.ts'

const answersFor = (record: object): Answers => ({
  RecordPage: { data: { record } },
  Holdings: { data: holdings },
})

afterEach(() => pages.close())

describe('a work that several collections have', () => {
  const open = async (url: string, locale: 'zh-CN' | 'en' = 'zh-CN', record: object = witnessed) => {
    const page = await pages.render(url, answersFor(record), locale)
    return { ...page, html: documentOf(page.html) }
  }

  it('lists its texts with their titles and attributions there, each with an address', async () => {
    const { html } = await open('/item/witnessed')
    expect(texts(html, '.witnesses ul li').map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '全唐诗 正在读',
      '千家诗 题作《夜思》 题 某甲 作 2 处不同',
      '水墨唐诗 文字相同',
    ])
    const links = [...html.querySelectorAll('.witnesses ul a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      '/item/witnessed',
      '/item/witnessed?text=wschool',
      '/item/witnessed?text=wpainted',
    ])
  })

  it('marks where others read otherwise by a line and a number, which are not heard', async () => {
    const { html } = await open('/item/witnessed')
    expect(texts(html, '.variant')).toEqual(['看', '山'])
    expect(html.querySelectorAll('.variant [data-note][aria-hidden=true]')).toHaveLength(2)
    expect(texts(html, '.verse p')).toEqual(['牀前看月光，疑是地上霜。', '舉頭望山月，低頭思故鄉。'])
  })

  it('says in words which text has what', async () => {
    const chinese = await open('/item/witnessed')
    expect(texts(chinese.html, '.witnesses ol li').map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '看：千家诗作“明”',
      '山：千家诗无此字',
    ])
    const english = await open('/item/witnessed', 'en')
    expect(texts(english.html, '.witnesses ol li')[1]).toMatch(/left out in/)
    expect(english.html.querySelector('.witnesses ol b')?.getAttribute('lang')).toBe('lzh-Hant')
  })

  it('asks for the text of the address, says which is read, and stays one page for machines', async () => {
    const { html, head, asked } = await open('/item/witnessed?text=wschool')
    expect(asked[0]?.variables).toMatchObject({ id: 'witnessed', text: 'wschool' })
    expect(texts(html, '.witnesses [aria-current=true]')).toEqual(['千家诗'])
    expect(head.canonical).toBe('/item/witnessed')
  })

  it('takes no notice of what cannot be an id, and reads its own text for one it does not have', async () => {
    const refused = await open('/item/witnessed?text=%3Cb%3E')
    expect(refused.asked[0]?.variables).not.toHaveProperty('text')
    const unknown = await open('/item/witnessed?text=wother')
    expect(texts(unknown.html, '.witnesses [aria-current=true]')).toEqual(['全唐诗'])
  })

  it('keeps the text that is read when it is set in columns', async () => {
    const { html } = await open('/item/witnessed?text=wschool&layout=vertical')
    expect(html.querySelector('.witnesses ul a')?.getAttribute('href')).toBe(
      '/item/witnessed?layout=vertical',
    )
  })

  it('is told of only where there is more than one', async () => {
    const { html } = await open('/item/p4k7m2', 'zh-CN', poem)
    expect(html.querySelector('.witnesses')).toBeNull()
    expect(html.querySelector('.variant')).toBeNull()
  })
})

describe('places of a text', () => {
  const at = (line: number, from: number, to: number, text: string) => ({
    ...{ line, from, to, text },
    base: '',
    witnesses: ['w'],
  })

  it('gather readings that overlap', () => {
    const places = placesOf([at(0, 2, 4, '甲'), at(0, 3, 5, '乙'), at(0, 5, 6, '丙'), at(1, 5, 6, '丁')])
    expect(places.map(({ n, line, from, to, readings }) => [n, line, from, to, readings.length])).toEqual([
      [1, 0, 2, 5, 2],
      [2, 0, 5, 6, 1],
      [3, 1, 5, 6, 1],
    ])
  })

  it('cut a text into pieces that give it again, the note at the end of the place', () => {
    const places = placesOf([at(0, 2, 6, '甲')])
    const pieces = [piecesOf('床前明月，', 0, 0, places), piecesOf('光疑', 0, 5, places)].flat()
    expect(pieces.map(({ text }) => text).join('')).toBe('床前明月，光疑')
    expect(pieces.map(({ text, marked, note }) => `${text}${marked ? '*' : ''}${note ?? ''}`)).toEqual([
      '床前',
      '明月，*',
      '光*1',
      '疑',
    ])
  })
})
