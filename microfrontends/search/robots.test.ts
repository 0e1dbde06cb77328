/** Which searches crawlers may ask for, as a foreign parser reads the declared rules. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** Its own types tell of a default export that it does not have. */
const robotsParser: (
  url: string,
  text: string,
) => { isAllowed(url: string, agent: string): boolean | undefined } = createRequire(import.meta.url)(
  'robots-parser',
)

const { robots }: { robots: { disallow: string[]; allow: string[] } } = JSON.parse(
  await readFile(join(import.meta.dirname, 'microfrontend.json'), 'utf8'),
)
const text = [
  'User-agent: *',
  ...robots.disallow.map((path) => `Disallow: ${path}`),
  ...robots.allow.map((path) => `Allow: ${path}`),
].join('\n')

it.each([
  ['/item/p1?part=3', true],
  ['/search', true],
  ['/search?lang=en', true],
  ['/search?kind=poem', true],
  ['/search?author=p1', true],
  ['/search?author=p1&lang=en', true],
  ['/search?q=%E6%9C%88', false],
  ['/search?q=%E6%9C%88&lang=en', false],
  ['/search?q=%E6%9C%88&page=2', false],
  ['/search?author=p1&page=2', false],
  ['/search?page=2', false],
  ['/search?page=2&lang=en', false],
  ['/search?kind=poem&period=tang', false],
  ['/search?kind=poem&kind=book', false],
  ['/search?kind=poem&period=tang&lang=en', false],
  ['/search?kind=poem&sort=title', false],
  ['/search?sort=title', false],
  ['/search?language=lzh-Hant', false],
])('%s may be asked for: %s', (path, allowed) => {
  const base = 'http://portal.test'
  expect(robotsParser(`${base}/robots.txt`, text).isAllowed(`${base}${path}`, 'AnyBot')).toBe(allowed)
})
