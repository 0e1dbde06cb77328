/** States of `library-directory`. */
import { LibrariesNamed, LibraryRegion, LibraryRegions } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'

const title = { 'zh-CN': '各地图书馆', en: 'Libraries' }
const tiles = { title, show: 'tiles' }
const page = { title, show: 'page' }

const provinces =
  '北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区'.split(
    ' ',
  )
const nation = (names: readonly string[]): FixtureAnswer =>
  answer(LibraryRegions, {
    regions: names.map((name, n) => ({
      id: String(11 + n),
      name,
      label: name,
      libraryCount: 40 + 7 * n,
    })),
    libraries: { totalCount: 2978 },
  })

const region = (libraries: readonly string[], within: readonly string[], more = false): FixtureAnswer =>
  answer(LibraryRegion, {
    region: {
      ...{ id: '3301', name: '杭州市', label: '杭州市' },
      parent: { id: '33', name: '浙江省', label: '浙江省', parent: null },
    },
    regions: within.map((name, n) => ({ id: String(330101 + n), name, label: name, libraryCount: 1 })),
    libraries: {
      totalCount: more ? 179 : libraries.length,
      pageInfo: { hasNextPage: more, endCursor: more ? 'WyJh_-8' : null },
      edges: libraries.map((name, n) => ({
        node: {
          code: `l${n}`,
          name,
          label: name,
          level: n === 0 ? ('CITY' as const) : ('COUNTY' as const),
          demonstration: true,
          site: n % 3 === 0 ? `https://l${n}.example/` : null,
        },
      })),
    },
  })
const counties = '上城区 拱墅区 西湖区 滨江区 萧山区 余杭区 富阳区 临安区 桐庐县 淳安县 建德市'.split(' ')
const there = { parameters: { region: '3301' } }

const named = (labels: readonly string[], more = false): FixtureAnswer =>
  answer(LibrariesNamed, {
    libraries: {
      totalCount: more ? 120 : labels.length,
      pageInfo: { hasNextPage: more, endCursor: more ? 'WyJh_-8' : null },
      edges: labels.map((label, n) => ({
        node: {
          ...{ code: `l${n}`, name: `图书馆${n}`, label, level: 'COUNTY' as const, demonstration: true },
          site: n === 0 ? 'https://l0.example/' : null,
          region: { label: '余杭区', parent: { label: '杭州市' } },
        },
      })),
    },
  })

export const fixtures: BlockFixtures = {
  empty: { fields: tiles, answers: [nation([])] },
  one: { fields: tiles, answers: [nation(['浙江省'])] },
  many: { fields: tiles, answers: [nation(provinces)] },
  long: {
    fields: {
      title: {
        'zh-CN': '全国各省、自治区、直辖市公共图书馆名录（含少年儿童图书馆）',
        en: 'Libraries of all provinces and regions',
      },
      show: 'tiles',
    },
    answers: [nation(['积石山保安族东乡族撒拉族自治县', ...provinces])],
  },
  others: {
    'its own page': { fields: page, answers: [nation(provinces)] },
    'its own page, away': { fields: page },
    'a region': {
      fields: page,
      answers: [
        region(
          counties.map((name) => `${name}图书馆`),
          counties,
        ),
      ],
      ...there,
    },
    'a region with more libraries than a page': {
      fields: page,
      answers: [
        region(
          counties.map((name) => `${name}图书馆`),
          counties,
          true,
        ),
      ],
      ...there,
    },
    'a region without libraries': { fields: page, answers: [region([], [])], ...there },
    'a region that is away': { fields: page, ...there },
    'a name': { fields: page, answers: [named(['余杭区图书馆'])], parameters: { q: 'yuhang' } },
    'a name of many': {
      fields: page,
      answers: [named(['余杭区图书馆', '上杭县图书馆'], true)],
      parameters: { q: '杭' },
    },
    'a name of none': { fields: page, answers: [named([])], parameters: { q: '</script>' } },
    'a name, away': { fields: page, parameters: { q: '余杭' } },
    'no region': { fields: page, parameters: { region: 'x' } },
  },
}
