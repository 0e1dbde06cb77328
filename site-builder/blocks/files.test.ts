/** Links to files lead to them, pictures say their words: what the suites over all blocks do not ask. */
import { expect, test } from 'vitest'
import { fixtures as downloads } from './download-list/fixtures.ts'
import { fixtures as images } from './image/fixtures.ts'
import { askFiles, assetsIn, withFiles } from './files.ts'
import { noting } from './noting.ts'
import { blockType } from './registry.ts'
import { attributeOf, elementsOf } from './testing/allowed.ts'
import { drawn } from './testing/fixture.ts'
import type { BlockFixtures } from './testing/fixture.ts'
import { context as plain } from './testing/pages.ts'

function elements(type: string, { others = {} }: BlockFixtures, state: string, tag: string) {
  const found = blockType(type)
  const given = others[state]
  if (!found || !given) throw new Error(`${type} has no state ${state}`)
  return elementsOf(drawn(found, given)).filter(({ tagName }) => tagName === tag)
}

test('a file of the library is had at its address, one that is gone is no link', () => {
  const [link] = elements('download-list', downloads, 'a file of the library', 'a')
  expect(link && attributeOf(link, 'href')).toMatch(/^\/_files\/(?:ab){32}\.pdf$/)
  expect(elements('download-list', downloads, 'a file that is gone', 'a')).toEqual([])
})

test.each([
  ['words of the page’s own', '门前的小路'],
  ['decoration', ''],
  // Without the attribute, which keeps the page from being published.
  ['a picture that nobody has described', undefined],
])('%s', (state, alt) => {
  const [picture] = elements('image', images, state, 'img')
  expect(picture).toBeDefined()
  expect(picture && attributeOf(picture, 'alt')).toBe(alt)
})

test.each(['a picture that is gone', 'a document in the place of a picture'])(
  'of %s nothing is drawn',
  (state) => expect(elements('image', images, state, 'figure')).toEqual([]),
)

test('only ids of files are asked for, each once, as many as are answered', () => {
  expect(assetsIn(['asset:a', '/x', 'asset:a', 'asset:../b', 'record:c'])).toEqual(['a'])
  expect(askFiles(['/x'])).toBeUndefined()
  expect(assetsIn(Array.from({ length: 90 }, (_, n) => `asset:f${n}`))).toHaveLength(60)
})

test('where files are is put into a context without reading what the page would have to wait for', () => {
  const { context, reading } = noting(plain)
  const found = { siteAssets: [{ id: 'a', variants: [{ url: `/_files/${'ab'.repeat(32)}.pdf` }] }] }
  const here = withFiles(context, found)
  expect(here.addresses).toEqual({ 'asset:a': `/_files/${'ab'.repeat(32)}.pdf` })
  expect([reading.day, reading.instant]).toEqual([false, false])
  expect([here.today, here.now, here.locale]).toEqual([plain.today, plain.now, plain.locale])
  expect([reading.day, reading.instant]).toEqual([true, true])
})
