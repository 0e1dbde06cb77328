// How many of the characters with several readings in famous lines are read as schools read them.
import { expect, it } from 'vitest'
import { FAMOUS_LINES } from './famous-lines.ts'
import { readingsOf, UNSURE } from './readings.ts'

const HAN = /\p{Script=Han}/u
/** Of 100, those that are read rightly. */
const RIGHT = 96

interface Met {
  readonly told: string
  readonly right: boolean
  readonly sure: boolean
}

async function metIn(line: string): Promise<Met[]> {
  const [text = '', ...wanted] = line.split(' ')
  const syllables = (await readingsOf(text)).split(' ')
  const chars = [...text].filter((char) => HAN.test(char))
  let from = 0
  return wanted.map((one) => {
    const char = one.slice(0, 1)
    const at = chars.indexOf(char, from)
    if (at < 0) throw new Error(`${char} does not stand in ${text}`)
    from = at + 1
    const read = syllables[at] ?? ''
    return {
      told: `${text}: ${char} ${read}, ${one.slice(1)}`,
      right: read.replace(UNSURE, '') === one.slice(1),
      sure: !read.endsWith(UNSURE),
    }
  })
}

it('reads famous lines as schools do, and is not sure where it does not', async ({ annotate }) => {
  const lines = FAMOUS_LINES.trim().split('\n')
  const met = (await Promise.all(lines.map(metIn))).flat()
  const wrong = met.filter(({ right }) => !right)
  const rate = (100 * (met.length - wrong.length)) / met.length
  const open = met.filter(({ sure }) => !sure).length
  await annotate(
    `${lines.length} famous lines: ${met.length} characters, ${rate.toFixed(1)} % right, ${open} open`,
  )
  expect(wrong.filter(({ sure }) => sure).map(({ told }) => told)).toEqual([])
  expect(rate, wrong.map(({ told }) => told).join('\n')).toBeGreaterThanOrEqual(RIGHT)
})

it('reads a line in a long text as it reads the line alone', async () => {
  const lines = FAMOUS_LINES.trim()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
  const alone = await Promise.all(lines.map((line) => readingsOf(line)))
  expect(await readingsOf(lines.join('。\n'))).toBe(alone.join(' '))
})
