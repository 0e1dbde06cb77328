// The tables of the vocabulary.
import { describe, expect, it } from 'vitest'
import * as vocabulary from './index.ts'

const { kinds, roles, makers, facets, exportFormats, citationStyles, nameOf, entryOf } = vocabulary
const isEntry = (value: unknown): value is vocabulary.Entry =>
  typeof value === 'object' && value !== null && 'id' in value && 'words' in value
const tables = Object.entries(vocabulary).flatMap(([name, value]): [string, vocabulary.Entry[]][] => {
  const entries: unknown[] = Array.isArray(value) ? value : []
  return entries.length > 0 && entries.every(isEntry) ? [[name, entries]] : []
})

describe('every table', () => {
  it('is among those that are looked at', () => {
    expect(tables.map(([name]) => name)).toEqual(
      expect.arrayContaining(['kinds', 'roles', 'dateRoles', 'relationRoles', 'facets', 'exportFormats']),
    )
  })

  it.each(tables)('%s has each code once, and words in both languages', (_, table) => {
    expect(new Set(table.map(({ id }) => id)).size).toBe(table.length)
    for (const { words } of table)
      for (const text of [words['zh-CN'], words.en]) expect(text.trim()).toMatch(/^\S(.*\S)?$/)
  })
})

it('names a kind, and shows the code of one it does not know', () => {
  expect(nameOf(kinds, 'government', 'zh-CN')).toBe('政府信息')
  expect(nameOf(kinds, 'map', 'en')).toBe('map')
  expect(entryOf(kinds, 'map')).toBeUndefined()
})

it('states responsibility with the name in it', () => {
  for (const { statement } of roles)
    for (const text of Object.values(statement)) expect(text).toContain('{name}')
  expect(makers.every((role) => entryOf(roles, role))).toBe(true)
})

it('gives formats and styles names that stand in the graph and suffixes that stand in addresses', () => {
  for (const { id } of [...exportFormats, ...citationStyles]) expect(id).toMatch(/^[A-Z][A-Z0-9]*$/)
  expect(new Set(exportFormats.map(({ suffix }) => suffix)).size).toBe(exportFormats.length)
  expect(new Set(exportFormats.map(({ type }) => type)).size).toBe(exportFormats.length)
})

it('uses identifiers as GraphQL and addresses take them', () => {
  for (const { id } of [...kinds, ...facets]) expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/)
})

it('calls no two themes of a list the same in English', () => {
  const { themeNames, themesOf } = vocabulary
  const shown = new Set(
    themesOf(themeNames.map(({ id }) => ({ value: id, count: 1 }))).map(({ value }) => value),
  )
  const named = Map.groupBy(
    themeNames.filter(({ id }) => shown.has(id)),
    ({ words }) => words.en,
  )
  expect([...named].filter(([, themes]) => themes.length > 1).map(([name]) => name)).toEqual([])
})
