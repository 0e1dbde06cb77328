// Texts to try reading help with, from the package of the poems: in traditional and in simplified characters.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = join(dirname(createRequire(import.meta.url).resolve('chinese-poetry/package.json')), 'dist')

interface Poem {
  readonly paragraphs: readonly string[]
}

// The files are the package's own, of this shape.
const poemsOf = (file: string): string[] =>
  (JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Poem[]).map(({ paragraphs }) =>
    paragraphs.join(''),
  )

/** 1,000 poems of the Tang, in traditional characters. */
export const traditional = (): readonly string[] => poemsOf('quantangshi/poet.tang.1000.json').slice(0, 1000)

/** 1,000 ci of the Song, in simplified characters. */
export const simplified = (): readonly string[] => poemsOf('songci/ci.song.1000.json').slice(0, 1000)

/** A chapter of so many characters. */
export const chapterOf = (length: number): string => traditional().join('').slice(0, length)
