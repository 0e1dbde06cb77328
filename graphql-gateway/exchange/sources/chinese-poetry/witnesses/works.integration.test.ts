// Works of the whole package: known pairs are one, near misses stay two.
import { beforeAll, describe, expect, it } from 'vitest'
import { readAnthologies } from '../anthologies.ts'
import { wrongInPoems } from '../classics/converted.ts'
import { packageFolder } from '../package-folder.ts'
import { partsOf, rawPoems, type RawPoem } from '../raw-poems.ts'
import { surveyOf, type Survey } from '../selection.ts'
import { simplified } from '../simplified.ts'
import { keyOf, readDifferent } from './different.ts'
import { readPrinted, type Printed } from './printed.ts'

const signal = new AbortController().signal
const folder = packageFolder()

function hanOf(lines: readonly string[]): string[] {
  return Array.from(lines.join('').replace(/[（(][^）)]*[）)]/gu, '')).filter((char) =>
    /\p{Script=Han}/u.test(char),
  )
}

let printed: readonly Printed[] = []
let survey: Survey
const placeOf = new Map<string, number>()
/** Poems that anthologies have, by their places. */
const chosen = new Map<number, RawPoem>()
beforeAll(async () => {
  printed = await readPrinted(folder)
  survey = await surveyOf(folder, await readAnthologies(folder), printed, signal)
  let place = 0
  for await (const raw of rawPoems(folder, signal)) {
    placeOf.set(keyOf(raw), place)
    if (survey.printed(place).length > 0) chosen.set(place, raw)
    place++
  }
})

describe('works of the package', () => {
  it('have the poems of anthologies as their witnesses, each once', () => {
    const found = [...chosen.keys()].flatMap((place) => survey.printed(place))
    expect(new Set(found).size).toBe(found.length)
    const counted = new Map<string, [number, number]>()
    for (const one of printed) {
      const [all, matched] = counted.get(one.source.label) ?? [0, 0]
      counted.set(one.source.label, [all + 1, matched + (found.includes(one) ? 1 : 0)])
    }
    console.log('poems of anthologies, and those that are a work of the large collections', counted)
    console.log(
      'found nowhere',
      printed
        .filter((one) => !found.includes(one))
        .map(({ source, author, title }) => [source.label, author, title]),
    )
    const ofThree = found.filter(({ source }) => source.id !== 'shuimotangshi')
    expect(ofThree.length).toBeGreaterThanOrEqual(800)
    expect(found.length).toBeGreaterThanOrEqual(980)
  })

  it.each([
    ['靜夜思', '李白', ['唐诗三百首', '千家诗']],
    ['春曉', '孟浩然', ['唐诗三百首', '千家诗']],
    ['约客', '赵师秀', ['千家诗']],
    ['蝶恋花', '晏几道', ['宋词三百首']],
  ])('%s of %s stands in %j', (title, author, sources) => {
    const found = [...chosen].find(([, raw]) => {
      const parts = partsOf(raw)
      return simplified(parts.title) === simplified(title) && simplified(parts.author) === simplified(author)
    })
    expect(found && survey.printed(found[0]).map(({ source }) => source.label)).toEqual(
      expect.arrayContaining(sources),
    )
  })

  it('show which characters of primers are another word: no collection has them at the same place', () => {
    const right = new Map<string, number>()
    const against: string[] = []
    for (const [place, raw] of chosen)
      for (const one of survey.printed(place)) {
        if (!('poem' in raw) || one.language !== 'lzh-Hant') continue
        const [there, here] = [partsOf(raw).lines, one.lines].map(hanOf)
        if (there?.length !== here?.length) continue
        for (const [i, char] of (there ?? []).entries()) {
          const mine = here?.[i] ?? ''
          if (wrongInPoems.has(char)) against.push(`${char} in ${one.title}`)
          if ([...wrongInPoems.values()].includes(mine) && mine === char)
            right.set(mine, (right.get(mine) ?? 0) + 1)
        }
      }
    expect(against).toEqual([])
    for (const char of wrongInPoems.values()) expect([char, right.get(char) ?? 0]).not.toEqual([char, 0])
    const bare = printed
      .filter(({ language }) => language === 'lzh-Hant')
      .flatMap(({ lines }) => hanOf(lines))
    expect(bare.filter((char) => wrongInPoems.has(char))).toEqual([])
  })

  it('are two where 200 listed pairs are near each other', async () => {
    const pairs = await readDifferent()
    expect(pairs).toHaveLength(200)
    const made = pairs.filter(({ keys: [a, b] }) => {
      const [one, other] = [placeOf.get(a), placeOf.get(b)]
      if (one === undefined || other === undefined) throw new Error(`${a} or ${b} is not in the package.`)
      return survey.twins.keptOf(one) === survey.twins.keptOf(other)
    })
    expect(made).toEqual([])
  })
})
