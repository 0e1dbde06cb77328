// Names and codes of demonstration libraries.
import { expect, it } from 'vitest'
import { divisions } from './divisions.ts'
import { demonstrationLibraries } from './libraries.ts'

const libraries = demonstrationLibraries(divisions())
const nameOf = (id: string) => libraries.find((library) => library.id === id)?.name

it('one library for the nation and for every province, city and county', () => {
  const levels = Object.groupBy(libraries, ({ level }) => level)
  expect(levels.NATIONAL).toHaveLength(1)
  expect(levels.PROVINCE).toHaveLength(31)
  expect(levels.CITY?.length).toBeGreaterThan(330)
  expect(levels.COUNTY?.length).toBeGreaterThan(2800)
})

it('ids and names are unique; ids are fit for a host name', () => {
  expect(new Set(libraries.map(({ id }) => id)).size).toBe(libraries.length)
  expect(new Set(libraries.map(({ name }) => name)).size).toBe(libraries.length)
  for (const { id } of libraries) expect(id).toMatch(/^[a-z][a-z0-9]{1,30}$/)
})

it.each([
  ['n33', '浙江图书馆'],
  ['n3301', '杭州图书馆'],
  ['n330110', '余杭区图书馆'],
  ['n15', '内蒙古自治区图书馆'],
  ['n2202', '吉林市图书馆'],
  ['n320106', '南京市鼓楼区图书馆'],
  ['n110105', '北京市朝阳区图书馆'],
])('%s is %s', (id, name) => {
  expect(nameOf(id)).toBe(name)
})

it('everything is marked as demonstration', () => {
  expect(libraries.every(({ demonstration }) => demonstration)).toBe(true)
})
