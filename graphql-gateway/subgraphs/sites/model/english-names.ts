// Names of divisions and libraries in English, and how they are read. Provinces and what comes from other languages have
// tables; the rest follows the rules of romanising place names (GB/T 28039), so that 余杭区 is Yuhang District.
import { nameOf, pinyinWord, provinces } from '@shuxiang/vocabulary'
import { endings, nationalities, ownSpelling, zones } from './place-words.ts'
import { syllables } from './sounds.ts'

interface Parts {
  /** The name itself, such as 余杭. */
  readonly own: string
  readonly nationalities: readonly string[]
  readonly ending: readonly [chinese: string, english: string] | null
}

function partsOf(name: string): Parts {
  const ending = endings.find(([chinese]) => name.endsWith(chinese) && name.length > chinese.length) ?? null
  const rest = ending ? name.slice(0, -ending[0].length) : name
  const [own, peoples] = ending?.[0].startsWith('自治') ? withoutNationalities(rest) : [rest, []]
  // 赵县 is Zhaoxian: one character alone is not a name.
  if (ending && [...own].length === 1 && peoples.length === 0) return { own: name, nationalities: [], ending }
  return { own, nationalities: peoples, ending }
}

function withoutNationalities(name: string): readonly [own: string, peoples: readonly string[]] {
  const last = nationalities.find(([chinese]) => name.endsWith(chinese) && name.length > chinese.length)
  if (!last) return [name, []]
  const [own, before] = withoutNationalities(name.slice(0, -last[0].length))
  return [own, [...before, last[1]]]
}

/** One word without tones: 吕梁 as Lüliang. */
const plainWord = (text: string): string =>
  pinyinWord(syllables(text, 'none').map((one) => one.replace('v', 'ü')))

/** A name as maps have it: 呼和浩特 as Hohhot. */
const romanised = (own: string): string =>
  (Object.hasOwn(ownSpelling, own) ? ownSpelling[own] : undefined) ?? plainWord(own)

/** 余杭区 as 余杭. */
export const withoutEnding = (name: string): string => partsOf(name).own

/** `id` is the division code. */
export function englishRegion({ id, name }: { readonly id: string; readonly name: string }): string {
  const province = nameOf(provinces, id, 'en')
  if (province !== id) return province
  const zone = zones.find(([chinese]) => name.endsWith(chinese) && name.length > chinese.length + 1)
  if (zone) return [...placesIn(name.slice(0, -zone[0].length)), zone[1]].join(' ')
  const { own, nationalities: peoples, ending } = partsOf(name)
  return [romanised(own), ...peoples, ending?.[1]].filter(Boolean).join(' ')
}

/** What a zone is named after, without the province before it: 张家口市察北 as Zhangjiakou Chabei. */
function placesIn(words: string): readonly string[] {
  const province = provinces.find(({ words: { 'zh-CN': chinese } }) => words.startsWith(shortened(chinese)))
  const rest = province ? words.slice(shortened(province.words['zh-CN']).length) : words
  return (rest.length > 1 ? rest : words)
    .split('市')
    .filter((place) => place !== '')
    .map(romanised)
}

const shortened = (province: string): string =>
  province.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/u, '')

const ownNames: Readonly<Record<string, string>> = {
  国家数字图书馆: 'National Digital Library',
  国家图书馆: 'National Library',
  首都图书馆: 'Capital Library of China',
}

/** `region` is null for a library of the nation, `above` where the region lies. */
export function englishLibrary(
  name: string,
  region: { readonly id: string; readonly name: string } | null,
  above: { readonly id: string; readonly name: string } | null,
): string {
  const own = Object.hasOwn(ownNames, name) ? ownNames[name] : undefined
  if (own !== undefined) return own
  const stem = name.replace(/图书馆$/, '')
  if (region === null || stem === name) return plainWord(name)
  // Named after its region, whether with the ending of that or without.
  const isOf = (words: string): boolean => region.name === words || region.name.startsWith(words)
  // 吉林市图书馆 keeps the word that tells it from the library of 吉林省.
  const city = region.id.length === 4 && stem.endsWith('市') ? ' City' : ''
  if (isOf(stem)) return `${englishRegion(region)}${city} Library`
  if (above !== null && stem.startsWith(above.name) && isOf(stem.slice(above.name.length)))
    return `${englishRegion(region)} Library, ${englishRegion(above)}`
  return `${plainWord(stem)} Library`
}

/** The same from the name and the code alone, for who does not have the regions: a name says which they are. */
export function englishLibraryOf(code: string, name: string): string {
  const id = /^n(\d+)$/.exec(code)?.[1]
  if (id === undefined) return englishLibrary(name, null, null)
  const stem = name.replace(/图书馆$/, '')
  const [, city, own] = /^(.{2,}?市)(.{2,})$/u.exec(stem) ?? []
  return city === undefined || own === undefined
    ? englishLibrary(name, { id, name: stem }, null)
    : englishLibrary(name, { id, name: own }, { id: id.slice(0, 4), name: city })
}

/** As it is read, word by word: `Yúháng Qū Túshūguǎn`. */
export function readName(name: string): string {
  const stem = name.replace(/图书馆$/, '')
  const words = stem === '' ? [] : placeWords(stem)
  return [...words, ...(stem === name ? [] : ['图书馆'])]
    .map((word) => pinyinWord(syllables(word, 'symbol')))
    .filter((word) => word !== '')
    .join(' ')
}

/** 南京市鼓楼区 as 南京, 市, 鼓楼, 区. */
function placeWords(stem: string): readonly string[] {
  const city = /^(.{2,}?[市州盟])(.{2,})$/u.exec(stem)
  if (city?.[1] !== undefined && city[2] !== undefined)
    return [...placeWords(city[1]), ...placeWords(city[2])]
  const ending = endings.find(([chinese]) => stem.endsWith(chinese) && stem.length > chinese.length + 1)
  return ending ? [stem.slice(0, -ending[0].length), ending[0]] : [stem]
}
