// What the biographies of the package state of a person in set words: other names, and years of life.
import type { NameType } from '@shuxiang/vocabulary'
import { simplified } from '../simplified.ts'

export interface StatedName {
  readonly name: string
  readonly type: NameType
}

export interface Lifetime {
  /** EDTF years. */
  readonly born?: string
  readonly died?: string
}

const han = '\\p{Script=Han}'
/** Begins a clause: nothing stands before, or a mark. */
const begin = '(?<=^|[，。；、：:）)\\s-])'
const end = '(?=[，。；、（(]|$)'

const courtesy = new RegExp(`${begin}(?:一字|初字|又字|更字|改字|字)(${han}{1,2})${end}`, 'gu')
const plainArt = new RegExp(`${begin}号(${han}{2,6})${end}`, 'gu')
const ownArt = new RegExp(
  `${begin}(?:自号|晚号|晚自号|晚年自号|晚年号|晚又号|又号|别号|一号|改号|因自号)(${han}{2,6})${end}`,
  'gu',
)
const posthumous = new RegExp(`${begin}(?:卒|追)?谥(?:曰|号)?(${han}{1,2})${end}`, 'gu')
/** In the form 号A、B居士 a second name follows. */
const secondArt = new RegExp(
  `${begin}(?:自|别|晚)?号${han}{2,6}、(${han}{2,6}(?:居士|道人|山人|先生|老人))${end}`,
  'gu',
)

/** Clauses that speak of several persons or of somebody else. */
const ofOthers = /[与同和及皆并俱称时]|父|子弟|妻|兄弟|世称|人呼/
/** No name of a person, although it stands where one would. */
const noName =
  /^(?:其|曰|为|之|称|所|有|名|某|未详|不详|叔|犯)|[集稿编录卷]$|才子|四杰|四士|七子|三友|先贤$|[官垒公]$/

/** Names in simplified characters, each once, in the order of the text. Only set words count: rather none than a wrong one. */
export function statedNames(text: string): readonly StatedName[] {
  const plain = simplified(text).slice(0, 8000)
  const found: (StatedName & { readonly at: number })[] = []
  const take = (type: NameType, pattern: RegExp, fits: (at: number) => boolean): void => {
    for (const match of plain.matchAll(pattern)) {
      const name = match[1] ?? ''
      if (!noName.test(name) && fits(match.index)) found.push({ name, type, at: match.index })
    }
  }
  // Who the text is about is named in its beginning; further on relatives and friends have courtesy names too.
  take('courtesy', courtesy, (at) => at < 90 && !aboutOthers(plain, at))
  take('art', plainArt, (at) => at < 120 && !aboutOthers(plain, at))
  take('art', ownArt, (at) => !aboutOthers(plain, at))
  take('art', secondArt, (at) => at < 120)
  take('posthumous', posthumous, (at) => !aboutOthers(plain, at))
  const names = new Map<string, StatedName>()
  for (const { name, type } of found.toSorted((a, b) => a.at - b.at))
    if (!names.has(name)) names.set(name, { name, type })
  return [...names.values()].slice(0, 12)
}

/** Whether the clause before a place, in the same sentence, speaks of somebody else too. */
function aboutOthers(text: string, at: number): boolean {
  const before =
    text
      .slice(Math.max(0, at - 40), at)
      .split(/[。；]/)
      .at(-1) ?? ''
  const clause =
    before
      .split('，')
      .filter((part) => part !== '')
      .at(-1) ?? ''
  // The name with its years, or another name: 一字和仲.
  if (/^.{0,6}[（(]|^[一又自初晚]?[字号]/.test(clause)) return false
  return ofOthers.test(clause)
}

const digits = '〇○零一二三四五六七八九'
const chinese = new RegExp(
  `^${han}{1,5}[（(](约?)([${digits}]{3,4}|[？?])[～~—－―–-]+(约?)([${digits}]{3,4}|[？?])[)）]`,
  'u',
)
const arabic =
  /^[\p{Script=Han}：:\s-]{0,8}[（(]\s*(约?)\s*(\d{3,4}|[？?])\s*(?:年[\d月日]{0,6})?\s*[～~—－―–-]+\s*(约?)\s*(\d{3,4}|[？?])\s*(?:年[\d月日]{0,6})?\s*[)）]/u

/** Years in brackets behind the name, as `（一○三七～一一○一）` and `(1084－约 1151)`; nothing where they make no life. */
export function statedLifetime(text: string): Lifetime {
  const plain = simplified(text.slice(0, 80)).replace(/^--/, '')
  const match = chinese.exec(plain) ?? arabic.exec(plain)
  if (!match) return {}
  const [, aboutFrom, from = '', aboutTo, to = ''] = match
  const born = yearIn(from)
  const died = yearIn(to)
  if (born !== null && died !== null && (died - born < 5 || died - born > 110)) return {}
  return {
    ...(born === null ? {} : { born: edtf(born, aboutFrom === '约') }),
    ...(died === null ? {} : { died: edtf(died, aboutTo === '约') }),
  }
}

function yearIn(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  if (!/^[〇○零一二三四五六七八九]+$/.test(text)) return null
  return Number(Array.from(text, (char) => Math.max(0, digits.indexOf(char) - 2)).join(''))
}

function edtf(year: number, about: boolean): string {
  return `${String(year).padStart(4, '0')}${about ? '~' : ''}`
}
