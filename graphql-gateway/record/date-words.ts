// Dates as readers write them: EDTF in words of both languages.
import { words, type Words } from '@shuxiang/vocabulary'
import { statedDate, type Moment } from './stated.ts'

/** Made when the first date is written out: a formatter costs a millisecond, which every start would pay. */
let monthFormat: Intl.DateTimeFormat | null = null

function monthName(month: number): string {
  monthFormat ??= new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
  return monthFormat.format(Date.UTC(2000, month - 1))
}
/** English marks the era of a year that could be taken for a number. */
const firstPlainYear = 1000

/** `2009年10月`, `October 2009`; a text that is no date of level 0 or 1 stands as it is. */
export function dateWords(edtf: string): Words {
  const stated = statedDate(edtf)
  if (stated === null) return words(edtf, edtf)
  const { from, to, circa } = stated
  const begin = from && momentWords(from)
  const end = to && momentWords(to)
  const [chinese, english] = circa ? ['约', 'c. '] : ['', '']
  if (begin && end) {
    if (begin.en === end.en) return words(chinese + begin['zh-CN'], english + begin.en)
    return words(`${chinese}${begin['zh-CN']}—${end['zh-CN']}`, `${english}${begin.en} – ${end.en}`)
  }
  if (begin) return words(`${chinese}${begin['zh-CN']}起`, `since ${english}${begin.en}`)
  return words(`至${chinese}${end?.['zh-CN'] ?? ''}`, `until ${english}${end?.en ?? ''}`)
}

function momentWords({ year, month, day, time }: Moment): Words {
  const clock = time === null ? '' : time.slice(0, 5)
  const before = year < 0
  const chineseDay = `${before ? `公元前${-year}` : year}年${month === null ? '' : `${month}月`}${day === null ? '' : `${day}日`}`
  const era = before ? ' BCE' : year < firstPlainYear ? ' CE' : ''
  const englishYear = `${Math.abs(year)}${era}`
  const name = month === null ? null : monthName(month)
  const englishDay =
    name === null ? englishYear : day === null ? `${name} ${englishYear}` : `${day} ${name} ${englishYear}`
  return words(
    clock === '' ? chineseDay : `${chineseDay} ${clock}`,
    clock === '' ? englishDay : `${englishDay}, ${clock}`,
  )
}
