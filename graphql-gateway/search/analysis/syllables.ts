/** Reads unspaced Latin letters as Mandarin syllables (GB/T 16159 without tones, v for ü). */

/** Finals that follow each initial; the first line is syllables without an initial. */
const FINALS: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou yi ya yan yang yao ye yin ying yo yong you yu yuan yue yun wu wa wai wan wang wei wen weng wo',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve ue',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
}

const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(FINALS).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
)

/** Other spellings: passports write LYU (ISO 7098), and where there is no ü on the keyboard people type u. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  lyu: ['lv'],
  nyu: ['nv'],
  lyue: ['lve'],
  nyue: ['nve'],
  lue: ['lve'],
  nue: ['nve'],
  lu: ['lu', 'lv'],
  nu: ['nu', 'nv'],
}

const LONGEST_SYLLABLE = 6
const LONGEST_INPUT = 60
const MOST_READINGS = 8

/** True for one whole syllable, such as `jing`. */
export function isSyllable(text: string): boolean {
  return SYLLABLES.has(text) || Object.hasOwn(SPELLINGS, text)
}

/**
 * Every way to read letters as syllables, longest syllables first, at most eight; `xian` gives [xian] and
 * [xi, an]. Empty when some letter belongs to no syllable.
 */
export function readSyllables(letters: string): readonly (readonly string[])[] {
  if (letters.length > LONGEST_INPUT || !/^[a-z]+$/.test(letters)) return []
  const ends = reachable(letters)
  if (!ends[0]) return []
  const readings: string[][] = []
  const walk = (at: number, sofar: readonly string[]): void => {
    if (readings.length >= MOST_READINGS) return
    if (at === letters.length) {
      readings.push([...sofar])
      return
    }
    for (let length = LONGEST_SYLLABLE; length > 0; length--) {
      const syllable = letters.slice(at, at + length)
      if (syllable.length === length && ends[at + length] && isSyllable(syllable)) {
        for (const spelt of SPELLINGS[syllable] ?? [syllable]) walk(at + length, [...sofar, spelt])
      }
    }
  }
  walk(0, [])
  return readings
}

/** From which places the rest can be read to the end: without it, hostile input would be tried exponentially. */
function reachable(letters: string): readonly boolean[] {
  const ends = new Array<boolean>(letters.length + 1).fill(false)
  ends[letters.length] = true
  for (let at = letters.length - 1; at >= 0; at--) {
    for (let length = 1; length <= LONGEST_SYLLABLE && at + length <= letters.length; length++) {
      if (ends[at + length] && isSyllable(letters.slice(at, at + length))) ends[at] = true
    }
  }
  return ends
}
