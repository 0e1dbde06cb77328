import { expect, it } from 'vitest'
import { isSeal, sealsFrom } from './seals.ts'

it.each([
  ['金华市图书馆', ['金华']],
  ['金华市婺城区图书馆', ['婺城', '金华']],
  ['衢州图书馆', ['衢州']],
  ['沙县图书馆', ['沙县']],
  ['延边朝鲜族自治州图书馆', ['延边']],
  ['杭州少年儿童图书馆', ['杭州']],
  ['图书馆', ['图书']],
  ['', []],
])('%s: %j', (name, seals) => {
  expect(sealsFrom(name)).toEqual(seals)
})

it('whatever is proposed can be cut', () => {
  for (const name of ['𠮷野图书馆', 'Library', ' 浙江 图书馆 ', '新疆维吾尔自治区图书馆'])
    for (const seal of sealsFrom(name)) expect(isSeal(seal)).toBe(true)
  expect(isSeal('三个字')).toBe(false)
  expect(isSeal(' ')).toBe(false)
})
