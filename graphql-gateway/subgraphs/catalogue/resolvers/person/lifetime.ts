// Years of a life in words.
import { statedDate } from '@shuxiang/record'
import { words, type Words } from '@shuxiang/vocabulary'

export interface Lifetime {
  /** EDTF years. */
  readonly born?: string | undefined
  readonly died?: string | undefined
}

/** First and last year as numbers, negative before our era; null where it is not known. */
export function yearsOf({ born, died }: Lifetime): {
  readonly from: number | null
  readonly to: number | null
} {
  const year = (edtf: string | undefined): number | null =>
    edtf === undefined ? null : (statedDate(edtf)?.from?.year ?? null)
  return { from: year(born), to: year(died) }
}

/** `1037–1101`, `约1084–？`, `c. 340–c. 278 BCE`; null where neither year is known. */
export function lifetimeWords(life: Lifetime): Words | null {
  const { from, to } = yearsOf(life)
  if (from === null && to === null) return null
  const [born, died] = [one(life.born, from), one(life.died, to)]
  const before = (to ?? from ?? 0) < 0
  return words(`${born['zh-CN']}–${died['zh-CN']}`, `${born.en}–${died.en}${before ? ' BCE' : ''}`)
}

function one(edtf: string | undefined, year: number | null): Words {
  if (edtf === undefined || year === null) return words('？', '?')
  const about = /[~?%]$/.test(edtf)
  const chinese = year < 0 ? `前${-year}` : `${year}`
  return words(about ? `约${chinese}` : chinese, `${about ? 'c. ' : ''}${Math.abs(year)}`)
}
