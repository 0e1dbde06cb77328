/**
 * What reading help costs for a chapter of 20,000 characters, beside one pass over its characters, and what becomes of
 * 1,000 texts that go into the other script and back.
 */
import * as OpenCC from 'opencc-js'
import { inScript, readingsOf, wordsOf } from '../index.ts'
import { chapterOf, simplified, traditional } from './texts.ts'

const print = (what: string, figure: string, goal = ''): void =>
  console.log(`${what.padEnd(58)} ${figure.padStart(10)}  ${goal}`)

async function fastest(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 9; i++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[4] ?? Number.NaN
}

const text = chapterOf(20_000)
const began = performance.now()
await readingsOf(text)
print('pinyin, the first text, dictionaries loaded', `${(performance.now() - began).toFixed(0)} ms`)
const pass = await fastest(() => [...text].map((char) => char.codePointAt(0)).length)
const { convert } = { convert: OpenCC.Converter({ from: 't', to: 'cn' }) }
for (const [what, work, goal] of [
  ['pinyin of 20,000 characters', () => readingsOf(text), '<= 50 ms'],
  ['words of the other script', () => wordsOf([text], 'lzh-Hant'), ''],
  ['text in the other script', () => inScript(text, 'Hans'), ''],
  ['the same by opencc-js', () => convert(text), ''],
] as const) {
  const ms = await fastest(work)
  print(what, `${ms.toFixed(1)} ms`, `${goal} ${(ms / pass).toFixed(0)}x a pass over the characters`)
}
const words = await wordsOf([text], 'lzh-Hant')
print('bytes of its words', `${Buffer.byteLength(words)}`, `of ${Buffer.byteLength(text)}`)
const readings = (await readingsOf(text)).split(' ')
const unsure = readings.filter((one) => one.endsWith('?')).length
print('syllables that are not sure', `${((100 * unsure) / readings.length).toFixed(1)} %`)

for (const [what, texts, there, back] of [
  ['traditional', traditional(), 'Hans', 'Hant'],
  ['simplified', simplified(), 'Hant', 'Hans'],
] as const) {
  const differences = new Map<string, number>()
  let same = 0
  let chars = 0
  for (const one of texts) {
    const returned = [...(await inScript(await inScript(one, there), back))]
    let changed = 0
    for (const [at, char] of [...one].entries()) {
      chars += 1
      if (returned[at] === char) continue
      changed += 1
      const pair = `${char}→${returned[at]}`
      differences.set(pair, (differences.get(pair) ?? 0) + 1)
    }
    if (changed === 0) same += 1
  }
  const all = [...differences.values()].reduce((sum, n) => sum + n, 0)
  print(
    `${texts.length} texts in ${what} characters, there and back`,
    `${same} same`,
    `${all} of ${chars} characters differ (${((100 * all) / chars).toFixed(2)} %)`,
  )
  const most = [...differences].toSorted((a, b) => b[1] - a[1]).slice(0, 20)
  console.log(`  ${most.map(([pair, n]) => `${pair} ${n}`).join(', ')}`)
}
