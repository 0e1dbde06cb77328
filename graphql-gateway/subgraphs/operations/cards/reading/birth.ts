// From a date of birth to an age band; the date itself goes no further.
import { ageBands, isAgeBand, type AgeBand } from '@shuxiang/permissions'

/** Words for bands, as lists have them instead of a date. */
const words: readonly (readonly [AgeBand, RegExp])[] = [
  ['under-14', /^(少儿|儿童|幼儿|小学生?|学龄前)(读者|证)?$/],
  ['14-17', /^(青少年|少年|未成年人?|中学生?)(读者|证)?$/],
  ['adult', /^(成人|成年人?|普通|老年人?)(读者|证)?$/],
]

const dayOf = (year: number, month: number, day: number): Date | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null
}

/** The day on which Excel's count of days is 0. */
const excelZero = Date.UTC(1899, 11, 30)

/**
 * A day, as lists write it: 1987-03-05, 1987/3/5, 1987.3.5, 1987年3月5日, 19870305, with a time behind it, or as Excel
 * counts days. A year or a month alone stands for its last day: somebody is rather too young than too old. Null for
 * anything else; 05/03/1987 too, which is read one way here and another there.
 */
export function readDay(text: string): Date | null {
  const plain = text.normalize('NFKC').trim()
  const [, y = '', m, d] =
    /^(\d{4})(?:(?:[-/.]|年)(\d{1,2})(?:(?:[-/.]|月)(\d{1,2})日?|月)?|年)?(?:[ T]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)?$/.exec(
      plain,
    ) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ??
    []
  if (y !== '') {
    const year = Number(y)
    if (year < 1850 || year > 9999) return null
    if (m === undefined) return dayOf(year, 12, 31)
    const month = Number(m)
    if (month < 1 || month > 12) return null
    return d === undefined ? new Date(Date.UTC(year, month, 0)) : dayOf(year, month, Number(d))
  }
  // From 1927 on, so that it is no year and no age.
  if (/^\d{5}$/.test(plain)) return new Date(excelZero + Number(plain) * 86_400_000)
  return null
}

/** By a date of birth, an age in years, or a word; null where it says none of them. */
export function bandOf(text: string, today: Date): AgeBand | null {
  const plain = text.normalize('NFKC').trim()
  if (isAgeBand(plain)) return plain
  const word = words.find(([, pattern]) => pattern.test(plain))
  if (word) return word[0]
  const age = /^\d{1,3}岁?$/.test(plain) ? Number.parseInt(plain, 10) : yearsSince(readDay(plain), today)
  if (age === null || age < 0 || age > 130) return null
  return age < 14 ? ageBands[0] : age < 18 ? ageBands[1] : ageBands[2]
}

function yearsSince(born: Date | null, today: Date): number | null {
  if (born === null) return null
  const years = today.getUTCFullYear() - born.getUTCFullYear()
  const birthday = Date.UTC(today.getUTCFullYear(), born.getUTCMonth(), born.getUTCDate())
  return today.getTime() < birthday ? years - 1 : years
}
