import { parseFragment } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import { masthead } from '../index.ts'
import type { MastheadOptions } from './masthead.ts'

interface Found {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The elements of the search box of a masthead. */
function box(search?: MastheadOptions['search']): readonly Found[] {
  const all: Found[] = []
  const walk = (node: DefaultTreeAdapterTypes.ParentNode, inside: boolean): void => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue
      const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]))
      const here = inside || attributes['role'] === 'search'
      if (here) all.push({ name: child.tagName, attributes })
      walk(child, here)
    }
  }
  const options = { locale: 'zh-CN', path: '/', links: [] } as const
  walk(parseFragment(masthead({ ...options, ...(search !== undefined && { search }) })), false)
  return all
}

test('the box is a plain form that leads to the results', () => {
  const found = box()
  const form = found.find(({ name }) => name === 'form')
  expect(form?.attributes).toMatchObject({ action: '/search', method: 'get' })
  expect(found.filter(({ name }) => name === 'input').map(({ attributes }) => attributes['name'])).toEqual([
    'q',
  ])
  expect(found.some(({ name }) => name === 'script')).toBe(false)
})

test('the key is said only where it works', () => {
  const keys = (search: MastheadOptions['search']) =>
    box(search).flatMap(({ attributes }) => attributes['aria-keyshortcuts'] ?? [])
  expect(keys({})).toEqual([])
  // The box, and the sign in its place.
  expect(keys({ keyed: true })).toEqual(['/', '/'])
})

test('a library may be searched alone, on its own site only', () => {
  const values = (search: MastheadOptions['search']) =>
    box(search).flatMap(({ name, attributes }) => (name === 'option' ? [attributes['value']] : []))
  expect(values({})).toEqual([])
  expect(values({ library: 'a"><b' })).toEqual(['', 'a"><b'])
})

test('there is none where nothing is searched', () => {
  expect(box(null)).toEqual([])
})
