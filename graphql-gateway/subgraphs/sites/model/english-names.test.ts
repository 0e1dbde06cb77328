// Names of places and libraries in English, and how they are read.
import { expect, it } from 'vitest'
import { divisions } from './divisions.ts'
import { englishLibrary, englishLibraryOf, englishRegion, readName } from './english-names.ts'
import { demonstrationLibraries } from './libraries.ts'

const places = divisions()
const byId = new Map(places.map((place) => [place.id, place]))

it.each([
  ['33', 'Zhejiang'],
  ['54', 'Xizang'],
  ['3301', 'Hangzhou'],
  ['330110', 'Yuhang District'],
  ['330182', 'Jiande'],
  ['6101', 'Xi’an'],
  ['1501', 'Hohhot'],
  ['1525', 'Xilingol League'],
  ['130533', 'Weixian County'],
  ['5206', 'Tongren'],
  ['622927', 'Jishishan Bonan Dongxiang Salar Autonomous County'],
  ['6528', 'Bayingolin Mongol Autonomous Prefecture'],
  ['3403', 'Bengbu'],
  ['3415', 'Lu’an'],
  ['3311', 'Lishui'],
  ['130726', 'Yuxian County'],
  ['330382', 'Yueqing'],
  ['5303', 'Qujing'],
  ['1411', 'Lüliang'],
  ['310115', 'Pudong New Area'],
  ['441803', 'Qingxin District'],
  ['320371', 'Xuzhou Economic and Technological Development Zone'],
  ['130772', 'Zhangjiakou Chabei Administrative Zone'],
  ['220272', 'Jilin High-tech Zone'],
  ['220771', 'Songyuan Economic Development Zone'],
  ['152971', 'Alxa High-tech Zone'],
  ['130271', 'Tangshanlutai Economic Development Zone'],
])('%s is %s', (id, expected) => {
  const place = byId.get(id)
  expect(place && englishRegion(place)).toBe(expected)
})

it('every division has a name in plain letters that begins with a capital', () => {
  const odd = places.filter((place) => !/^[A-Z][A-Za-zü’ -]+$/.test(englishRegion(place)))
  expect(odd).toEqual([])
})

const libraries = demonstrationLibraries(places)
const named = (id: string): string => {
  const library = libraries.find((one) => one.id === id)
  const region = byId.get(library?.regionId ?? '') ?? null
  return englishLibrary(library?.name ?? '', region, byId.get(region?.parentId ?? '') ?? null)
}

it.each([
  ['ndl', 'National Digital Library'],
  ['n11', 'Capital Library of China'],
  ['n33', 'Zhejiang Library'],
  ['n15', 'Inner Mongolia Library'],
  ['n3301', 'Hangzhou Library'],
  ['n330110', 'Yuhang District Library'],
  ['n320106', 'Gulou District Library, Nanjing'],
  ['n22', 'Jilin Library'],
  ['n2202', 'Jilin City Library'],
])('the library %s is %s', (id, expected) => {
  expect(named(id)).toBe(expected)
})

it('the code and the name say as much as the regions do, where no region has its city in its own name', () => {
  const plain = libraries.filter(({ regionId }) => !/市./u.test(byId.get(regionId)?.name ?? ''))
  expect(plain.length).toBeGreaterThan(2900)
  expect(plain.filter(({ id, name }) => englishLibraryOf(id, name) !== named(id))).toEqual([])
})

it('a library that is not named after its place is read as it is written', () => {
  expect(englishLibrary('古越藏书楼', byId.get('330602') ?? null, null)).toBe('Guyuecangshulou')
  expect(englishLibrary('天一图书馆', byId.get('330203') ?? null, null)).toBe('Tianyi Library')
})

it.each([
  ['余杭区图书馆', 'Yúháng Qū Túshūguǎn'],
  ['浙江图书馆', 'Zhèjiāng Túshūguǎn'],
  ['南京市鼓楼区图书馆', 'Nánjīng Shì Gǔlóu Qū Túshūguǎn'],
  ['', ''],
])('%s is read %s', (name, expected) => {
  expect(readName(name)).toBe(expected)
})
