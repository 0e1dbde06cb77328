/** The poems of the npm package `chinese-poetry` in all its editions, as clauses: the ground for comparing characters. */

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const DIST = join(dirname(createRequire(import.meta.url).resolve('chinese-poetry/package.json')), 'dist')

/** The complete collections (全唐詩 twice), the anthologies and the lyrics: many poems stand in two or three. */
const SHELVES: readonly (readonly [folder: string, files: RegExp])[] = [
  ['quantangshi', /^(poet\.(tang|song)\.\d+|唐诗三百首)\.json$/],
  ['yudingquantangshi/json', /^\d+\.json$/],
  ['songci', /^(ci\.song\.\d+|宋词三百首)\.json$/],
  ['yuanqu', /^yuanqu\.json$/],
  ['shuimotangshi', /^shuimotangshi\.json$/],
  ['mengxue', /^(tangshisanbaishou|qianjiashi)\.json$/],
]

const MARKS = /[，。？！；：、,.?!;:\s「」『』“”《》]+/u
const NOTES = /[（(][^）)]*[）)]/g
const NOT_HAN = /[^\p{Script=Han}]/gu

/** Every poem of the package as its clauses, Han only, in a fixed order. */
export function* editions(): Iterable<readonly string[]> {
  for (const [folder, files] of SHELVES) {
    for (const file of readdirSync(join(DIST, folder))
      .filter((name) => files.test(name))
      .sort()) {
      yield* clausesWithin(JSON.parse(readFileSync(join(DIST, folder, file), 'utf8')))
    }
  }
}

/** The folders differ in how deep a poem lies; each has its lines under `paragraphs`. */
function* clausesWithin(value: unknown): Iterable<readonly string[]> {
  if (typeof value !== 'object' || value === null) return
  if ('paragraphs' in value && Array.isArray(value.paragraphs)) yield clausesOf(value.paragraphs)
  else for (const inner of Object.values(value)) yield* clausesWithin(inner)
}

function clausesOf(lines: readonly unknown[]): readonly string[] {
  return lines
    .flat(3)
    .filter((line) => typeof line === 'string')
    .flatMap((line) => line.replace(NOTES, '').split(MARKS))
    .map((clause) => clause.replace(NOT_HAN, ''))
    .filter((clause) => clause !== '')
}
