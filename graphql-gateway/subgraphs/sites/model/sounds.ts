// How names of places and libraries are read. The dictionary is loaded with the first that is asked for.
import { createRequire } from 'node:module'
import type * as PinyinPro from 'pinyin-pro'
import { ownReading } from './place-words.ts'

type Dictionary = typeof PinyinPro

const require = createRequire(import.meta.url)
let dictionary: Dictionary | undefined

function loaded(): Dictionary {
  const found: Dictionary = dictionary ?? require('pinyin-pro')
  dictionary = found
  return found
}

const own = new RegExp(`(${Object.keys(ownReading).join('|')})`, 'u')

/** A syllable of each Han character, in their order; with tones `yú`, without `yu`. */
export function syllables(text: string, tones: 'symbol' | 'none'): readonly string[] {
  // What is caught stands at the odd places.
  return text.split(own).flatMap((piece, i) => {
    if (i % 2 === 1) return plainly(ownReading[piece] ?? '', tones).split(' ')
    return piece === ''
      ? []
      : loaded().pinyin(piece, { toneType: tones, type: 'array', nonZh: 'removed', v: tones === 'none' })
  })
}

/** Without marks of tone where none are wanted; no reading of ours has a ü. */
const plainly = (reading: string, tones: 'symbol' | 'none'): string =>
  tones === 'none' ? reading.normalize('NFD').replace(/\p{M}/gu, '') : reading
