// From what stands in the boxes to one name: the library chosen, typed or already part of the number.
import { foldName, isCard, isName, longestCard, nameOfCard } from '../people/names.ts'
import type { Fault, LibraryName } from '@shuxiang/themes/login'
import type { LibraryIndex, LibraryMatch } from './libraries.ts'

export interface CardBoxes {
  readonly library: string
  /** Code chosen among several. */
  readonly pick: string
  readonly card: string
}

export interface WhoseCard {
  /** Null when there are faults. */
  readonly who: { readonly library: string; readonly card: string; readonly username: string } | null
  readonly faults: readonly Fault[]
  readonly candidates: readonly LibraryName[]
}

/** A name of letters only is no card: staff of the nation may have one without a library. */
const bareName = /^[a-z][a-z-]{2,}$/

export function whoseCard({ library, pick, card }: CardBoxes, index: LibraryIndex): WhoseCard {
  const folded = foldName(card)
  const tooLong: Fault = { field: 'card', problem: 'card-long' }
  const badShape: Fault = { field: 'card', problem: 'card-shape' }
  const only = (fault: Fault): WhoseCard => ({ who: null, faults: [fault], candidates: [] })
  if (folded.includes('/')) {
    if (folded.length > longestCard + 20) return only(tooLong)
    const [code = '', number = ''] = folded.split('/')
    return isName(folded)
      ? { who: { library: code, card: number, username: folded }, faults: [], candidates: [] }
      : only(badShape)
  }
  if (library.trim() === '' && bareName.test(folded) && isName(folded))
    return { who: { library: '', card: folded, username: folded }, faults: [], candidates: [] }

  const match = library.trim() === '' ? null : index.match(library)
  const code = match === null ? null : chosen(match, pick)
  const faults: Fault[] = []
  if (match === null) faults.push({ field: 'library', problem: 'library-missing' })
  else if (code === null && match.found !== 'one')
    faults.push({ field: 'library', problem: whyNot[match.found] })
  if (folded === '') faults.push({ field: 'card', problem: 'card-missing' })
  else if (folded.length > longestCard) faults.push(tooLong)
  else if (!isCard(folded)) faults.push(badShape)
  const candidates = code === null && match?.found === 'several' ? match.libraries : []
  if (faults.length > 0 || code === null) return { who: null, faults, candidates }
  return { who: { library: code, card: folded, username: nameOfCard(code, folded) }, faults: [], candidates }
}

const whyNot = { none: 'library-unknown', several: 'library-several', many: 'library-many' } as const

/** What was chosen counts only while the text still leaves that choice. */
function chosen(match: LibraryMatch, pick: string): string | null {
  if (match.found === 'one') return match.library.code
  if (match.found !== 'several') return null
  return match.libraries.find(({ code }) => code === pick)?.code ?? null
}
