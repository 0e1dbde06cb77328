// @vitest-environment happy-dom
// A search whose whole query is a person's name begins with who that is.
import { expect, it } from 'vitest'
import { searchData } from '../testing/answers.ts'
import { pages } from '../testing/pages.ts'

const su = {
  id: 'psushi',
  label: 'Su Shi 苏轼',
  lifetime: '1037–1101',
  period: { label: 'Song' },
  workCount: 3176,
  url: '/person/psushi',
}

it('shows the person above the results, with years, period and works, and leads to the page', async () => {
  const answers = { Search: { data: { ...searchData(), persons: [su] } } }
  const { html } = await pages.render('/search?q=苏东坡', answers, 'en')
  const link = /<a [^>]*href="\/person\/psushi"[^>]*>(.*?)<\/a>/s.exec(html)?.[1] ?? ''
  const words = link.replace(/<[^>]+>/g, '')
  expect(words).toContain('Su Shi 苏轼')
  expect(words).toContain('1037–1101 · Song · 3,176 works')
  expect(html.indexOf('/person/psushi')).toBeLessThan(html.indexOf('/item/p4k7m2'))
})

it.each([
  ['/search?q=苏东坡', true],
  ['/search?q=苏东坡&page=2', false],
  ['/search?q=苏东坡&period=song', false],
  ['/search?kind=poem', false],
])('%s asks for persons: %s', async (url, asked) => {
  const page = await pages.render(url, { Search: { data: searchData() } })
  expect(page.asked).toEqual([{ name: 'Search', variables: expect.objectContaining({ withPersons: asked }) }])
})
