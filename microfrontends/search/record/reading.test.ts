// @vitest-environment happy-dom
// How a work is read: chapters with headings of their own, anthologies by poet and form, verse set as the reader wants.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GqlUnavailable } from '@shuxiang/sdk'
import { documentOf, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import type { Chapter, FullRecord } from '../operations.generated.ts'
import { classic, holdings, listed, pinyin, poem } from '../testing/answers.ts'
import { pages } from '../testing/pages.ts'

const verse = (n: number, title: string, poet: string): Chapter => ({
  n,
  title,
  paragraphs: [
    { text: poet, kind: 'note' },
    { text: '君自故鄉來，應知故鄉事。', kind: 'verse' },
  ],
  otherScript: { language: 'lzh-Hans', words: '鄉乡 來来 應应 雜杂 詩诗' },
})
const anthology: FullRecord = {
  ...classic,
  id: 'tang300',
  url: '/item/tang300',
  title: '唐詩三百首',
  language: 'lzh-Hant',
  chapters: [
    listed(1, '行宮', { creator: '元稹', section: '五言绝句' }),
    listed(2, '雜詩', { creator: '王维', section: '五言绝句' }),
    listed(3, '山中送別', { creator: '王维', section: '五言绝句' }),
    listed(4, '涼州詞', { creator: '王之涣', section: '乐府' }),
  ],
}
const sole: FullRecord = {
  ...classic,
  id: 'daxue',
  url: '/item/daxue',
  title: '大學',
  chapters: anthology.chapters.slice(0, 1),
}

/** Answers for a work whose chapters are all made of one. */
function answersFor(record: FullRecord, chapter = verse(2, '雜詩', '王維')): Answers {
  return {
    RecordPage: (variables) => {
      const asked = JSON.stringify(variables)
      return { data: { record: asked.includes('"withChapter":true') ? { ...record, chapter } : record } }
    },
    SoleChapter: { data: { record: { id: record.id, chapter: verse(1, '大學', '曾子') } } },
    Holdings: { data: holdings },
  }
}
const htmlOf = async (url: string, answers: Answers): Promise<DocumentFragment> =>
  documentOf((await pages.render(url, answers)).html)

beforeEach(() => localStorage.clear())
afterEach(pages.close)

describe('the page of a chapter', () => {
  it('has the chapter as its one heading, the work above it as a link, and its poet below', async () => {
    const html = await htmlOf('/item/tang300?part=2', answersFor(anthology))
    expect(texts(html, 'h1')).toEqual(['雜詩'])
    expect(texts(html, '.work')).toEqual(['唐詩三百首 第 2 篇，共 4 篇'])
    expect(html.querySelector('.work a')?.getAttribute('href')).toBe('/item/tang300')
    expect(texts(html, '.names .by')).toEqual(['王维 · 五言绝句'])
    expect(texts(html, '.crumbs [aria-current]')).toEqual(['雜詩'])
  })

  it('offers nothing as more important than the text that stands there', async () => {
    const html = await htmlOf('/item/tang300?part=2', answersFor(anthology))
    expect(texts(html, '.acts .primary')).toEqual([])
    const turn = html.querySelector('.turn')
    expect(html.querySelector('.verse')?.compareDocumentPosition(turn ?? html)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
  })

  it('names its poet once', async () => {
    const html = await htmlOf('/item/tang300?part=2', answersFor(anthology))
    expect(texts(html, '.verse p')).toEqual(['君自故鄉來，應知故鄉事。'])
  })
})

describe('a work of one chapter', () => {
  it('opens at its text, without contents and without a way to itself', async () => {
    const html = await htmlOf('/item/daxue', answersFor(sole))
    expect(texts(html, 'h1')).toEqual(['大學'])
    expect(texts(html, '.verse .is-verse')).toEqual(['君自故鄉來，應知故鄉事。'])
    expect(html.querySelector('.chapters, .turn, .acts .primary')).toBeNull()
  })

  it('is one page at both of its addresses', async () => {
    const { head, html } = await pages.render(
      '/item/daxue?part=1',
      answersFor(sole, verse(1, '大學', '曾子')),
    )
    expect(head.canonical).toBe('/item/daxue')
    expect(html).not.toContain('第 1 篇')
  })
})

describe('the contents of an anthology', () => {
  it('stand under their forms, each poem with its poet', async () => {
    const html = await htmlOf('/item/tang300', answersFor(anthology))
    expect(texts(html, '.contents h3')).toEqual(['五言绝句', '乐府'])
    expect(texts(html, '.chapters li')).toEqual(['行宮 元稹', '雜詩 王维', '山中送別 王维', '涼州詞 王之涣'])
  })

  it('are told to a reader of English as they sound, poets and forms by their names there', async () => {
    const [first] = anthology.chapters
    const chapters = first && [
      {
        ...first,
        titleBeside: { text: 'Xíng gōng', language: 'zh-Latn-pinyin' },
        creatorLabel: 'Yuan Zhen 元稹',
        sectionLabel: 'Five-character quatrain',
      },
      listed(2, '雜詩'),
    ]
    const work = { ...anthology, chapters: chapters ?? [] }
    const html = await htmlOf('/item/tang300', answersFor(work))
    expect(texts(html, '.contents h3')).toEqual(['Five-character quatrain'])
    expect(texts(html, '.chapters li')).toEqual(['行宮 Xíng gōng Yuan Zhen 元稹', '雜詩'])
    expect(html.querySelector('.chapters [lang=zh-Latn-pinyin]')?.textContent).toBe('Xíng gōng')
    const opened = await htmlOf('/item/tang300?part=1', answersFor(work, verse(1, '行宮', '元稹')))
    expect(texts(opened, '.head .beside')).toEqual(['Xíng gōng'])
    expect(texts(opened, '.head .by')).toEqual(['Yuan Zhen 元稹 · Five-character quatrain'])
  })

  it('are narrowed by poet and form, which is said aloud', async () => {
    const { element, portal } = await pages.open('/item/tang300', answersFor(anthology))
    const [poets, forms] = element.querySelectorAll<HTMLSelectElement>('.choose select')
    expect(texts(poets ?? element, 'option')).toEqual(['全部', '王维（2）', '元稹（1）', '王之涣（1）'])
    expect(texts(forms ?? element, 'option')).toEqual(['全部', '五言绝句（3）', '乐府（1）'])
    if (poets) {
      poets.value = '王维'
      poets.dispatchEvent(new Event('change'))
    }
    await settled()
    expect(texts(element, '.chapters li')).toEqual(['雜詩 王维', '山中送別 王维'])
    expect(portal.calls.announce).toEqual(['显示 2 篇'])
  })

  it('of a work by one hand offer no choice', async () => {
    const { element } = await pages.open('/item/lunyu', answersFor(classic))
    expect(element.querySelector('.choose')).toBeNull()
    expect(texts(element, '.chapters li')).toHaveLength(classic.chapters.length)
  })
})

describe('verse set vertically', () => {
  it('carries title and author, which are not read twice', async () => {
    const html = await htmlOf('/item/p4k7m2?layout=vertical', answersFor(poem))
    expect(texts(html, '.verse.down p')).toEqual([
      '静夜思',
      '唐 · 李白',
      '床前明月光，疑是地上霜。',
      '举头望明月，低头思故乡。',
    ])
    expect(html.querySelectorAll('.verse.down p[aria-hidden=true]')).toHaveLength(2)
    expect(texts(await htmlOf('/item/p4k7m2', answersFor(poem)), '.verse p')).toHaveLength(2)
  })

  it('is kept for the next visit, and let go again', async () => {
    const choose = (element: HTMLElement): void =>
      element.querySelector<HTMLElement>('.bar a[href*="layout="]')?.click()
    const first = await pages.open('/item/p4k7m2', answersFor(poem))
    choose(first.element)
    await settled()
    await first.leave()
    const second = await pages.open('/item/p4k7m2', answersFor(poem))
    expect(second.element.querySelector('.verse.down')).not.toBeNull()
    choose(second.element)
    await settled()
    await second.leave()
    const third = await pages.open('/item/p4k7m2', answersFor(poem))
    expect(third.element.querySelector('.verse.down')).toBeNull()
  })
})

describe('a text in the characters that the reader wants', () => {
  it('is there without scripts, with its language, at an address that is no other page', async () => {
    const { html, head } = await pages.render('/item/p4k7m2?script=hant', answersFor(poem))
    const page = documentOf(html)
    expect(texts(page, 'h1')).toEqual(['靜夜思'])
    expect(page.querySelector('h1')?.getAttribute('lang')).toBe('lzh-Hant')
    expect(page.querySelector('.verse')?.getAttribute('lang')).toBe('lzh-Hant')
    expect(texts(page, '.verse p')).toEqual(['床前明月光，疑是地上霜。', '舉頭望明月，低頭思故鄉。'])
    expect(head.canonical).toBe('/item/p4k7m2')
    expect(head.title).toContain('静夜思')
    expect(texts(page, '.bar [aria-current]')).toEqual(['繁体'])
    expect(page.querySelector('.bar a[href="/item/p4k7m2?script=source"]')).not.toBeNull()
  })

  it('is kept by links to other chapters, which is all that there is without scripts', async () => {
    const html = await htmlOf('/item/tang300?part=2&script=hans', answersFor(anthology))
    expect(texts(html, 'h1')).toEqual(['杂诗'])
    expect(html.querySelector('.turn [rel=next]')?.getAttribute('href')).toBe(
      '/item/tang300?part=3&script=hans',
    )
    const hrefs = [...html.querySelectorAll('.chapters a')].map((link) => link.getAttribute('href'))
    expect(hrefs).toContain('/item/tang300?part=4&script=hans')
  })

  it('is kept by the portal for all pages, and follows what is chosen elsewhere', async () => {
    const first = await pages.open('/item/p4k7m2', answersFor(poem))
    await settled()
    first.element.querySelector<HTMLElement>('.bar a[href*="script=hant"]')?.click()
    await settled()
    expect(first.visited.at(-1)).toBe('/item/p4k7m2?script=hant')
    expect(texts(first.element, 'h1')).toEqual(['靜夜思'])
    expect(first.portal.calls.script).toEqual(['hant'])
    first.portal.chooseScript('source')
    await settled()
    expect(texts(first.element, 'h1')).toEqual(['静夜思'])
    await first.leave()
    const html = (await pages.render('/item/p4k7m2', answersFor(poem), 'zh-CN', 'hant')).html
    expect(html).toContain('靜夜思</h1>')
  })

  it('is told to the portal where the device kept it before', async () => {
    localStorage.setItem('shuxiang-reading', '{"script":"hant","size":1}')
    const { element, portal } = await pages.open('/item/p4k7m2', answersFor(poem))
    await settled()
    expect(texts(element, 'h1')).toEqual(['靜夜思'])
    expect(portal.calls.script).toEqual(['hant'])
    expect(localStorage.getItem('shuxiang-reading')).toBe('{"vertical":false,"pinyin":false,"size":1}')
  })

  it.each(['{', 'null', '{"script":"x","size":9,"vertical":"no"}'])(
    'does not mind %s in what was kept',
    async (kept) => {
      localStorage.setItem('shuxiang-reading', kept)
      const { element } = await pages.open('/item/p4k7m2', answersFor(poem))
      await settled()
      expect(texts(element, 'h1')).toEqual(['静夜思'])
      expect(element.querySelector('.read')?.getAttribute('data-size')).toBe('0')
    },
  )
})

describe('a text with pinyin', () => {
  const answers: Answers = { ...answersFor(poem), Pinyin: { data: pinyin } }

  it('is heard once and whole; what is not sure is named', async () => {
    const html = await htmlOf('/item/p4k7m2?pinyin=on', answers)
    expect(texts(html, '.verse .line')).toEqual(['床前明月光，疑是地上霜。', '举头望明月，低头思故乡。'])
    for (const ruby of html.querySelectorAll('ruby'))
      expect(ruby.closest('[aria-hidden=true]')).not.toBeNull()
    expect(texts(html, 'rt').slice(0, 3)).toEqual(['chuáng', 'qián', 'míng'])
    expect(texts(html, 'rt.unsure')).toEqual(['xiāng'])
    expect(texts(html, '.legend')[0]).toContain('未能断定，共 1 个字：乡')
  })

  it('is told only when it stands there, and that it is away while it is', async () => {
    let there = false
    const { element, portal } = await pages.open('/item/p4k7m2', {
      ...answersFor(poem),
      Pinyin: () => {
        if (!there) throw new GqlUnavailable('offline', true)
        return { data: pinyin }
      },
    })
    await settled()
    element.querySelector<HTMLElement>('.bar a[href*="pinyin=on"]')?.click()
    await settled()
    const away = '拼音现在取不到，连上网络后会自动加上。'
    expect(portal.calls.announce).toEqual([away])
    expect(texts(element, '.legend')).toEqual([away])
    there = true
    window.dispatchEvent(new Event('online'))
    await settled()
    await settled()
    expect(portal.calls.announce).toEqual([away, '已加注拼音'])
    expect(texts(element, '.legend')[0]).toContain('拼音由词典自动注出')
  })

  it('has no room beside columns, which is said', async () => {
    const html = await htmlOf('/item/p4k7m2?pinyin=on&layout=vertical', answers)
    expect(texts(html, 'rt')).toEqual([])
    expect(texts(html, '.legend')).toEqual(['竖排时旁边容不下拼音，改为横排即可加注。'])
  })

  it('goes with the other script', async () => {
    const html = await htmlOf('/item/p4k7m2?pinyin=on&script=hant', answers)
    expect(texts(html, 'ruby').at(-1)).toBe('鄉xiāng')
  })
})

describe('the facts', () => {
  it('keep the number that a source gave its copy from the reader', async () => {
    const numbered = {
      ...poem,
      identifiers: [
        { scheme: 'chinese-poetry', label: 'chinese-poetry', value: 'ca2c489a-e433-4c0f-8248-77d354f0665e' },
        { scheme: 'ark', label: 'ARK', value: 'ark:/99999/p4k7m2' },
      ],
    }
    const html = await htmlOf('/item/p4k7m2', answersFor(numbered))
    expect(html.textContent).not.toContain('ca2c489a')
    expect(html.textContent).toContain('ark:/99999/p4k7m2')
  })

  it('a very long title steps down', async () => {
    const long = { ...poem, title: '重刻宋本分門集註杜工部詩'.repeat(7) }
    const html = await htmlOf('/item/p4k7m2', answersFor(long))
    expect(html.querySelector('h1')?.className).toBe('very-long')
  })
})
