// Which new passwords are refused (NIST SP 800-63B, 5.1.1.2): short ones, guessable ones, the person's own card.
import { longestPassword } from './passwords.ts'

export type PasswordFault = 'short' | 'long' | 'name' | 'common' | 'date'

/** Shortest password in characters; the realm's policy says the same to a Keycloak. */
export const shortestPassword = 8

/** What lists of stolen passwords begin with, here and abroad, as far as it is long enough; in small letters. */
const common = new Set(
  `password password1 passw0rd p@ssw0rd p@ssword qwertyui qwertyuiop qwerty123 qwer1234 1q2w3e4r 1q2w3e4r5t 1qaz2wsx
  1qaz2wsx3edc zaq12wsx q1w2e3r4 qazwsxedc asdfghjkl asdf1234 zxcvbnm123 zxcvbnm1 abcd1234 abc12345 abc123456 a1234567
  a12345678 a123456789 aa123456 aa123456789 qq123456 qq123456789 wang1234 woaini520 woaini1314 woaini123 woaiwojia
  5201314520 iloveyou iloveyou1 iloveyou520 1314520520 sunshine princess football baseball superman trustno1 welcome1
  welcome123 admin123 admin1234 administrator letmein1 computer internet dragon123 monkey123 master123 michael1
  shadow123 1234qwer 123qweasd 123qwe123 qwe123456 zhang123 tushuguan duzhezheng library1 library123 reader123
  shuxiang shuxiang1 mima1234 mima123456`.split(/\s+/),
)

/** The first rule that a new password breaks, or null. `names` are those of the account. */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | null {
  const folded = password.normalize('NFKC')
  const plain = folded.toLowerCase()
  const length = [...folded].length
  if (length < shortestPassword) return 'short'
  if (length > longestPassword) return 'long'
  if (isDate(plain)) return 'date'
  // A short card number may stand in a long sentence by chance.
  const own = names.flatMap((name) => [name, name.split('/').at(-1) ?? name])
  if (own.some((name) => plain === name || (name.length >= 5 && plain.includes(name)))) return 'name'
  if (common.has(plain) || isOnePattern(plain)) return 'common'
  return null
}

/** 19850312, 1985-03-12, 1985 年 3 月 12 日, 12031985: what libraries gave out as first passwords. */
function isDate(text: string): boolean {
  const digits = text.replace(/[-./年月日\s]/g, '')
  if (!/^\d{6,8}$/.test(digits)) return false
  const day = (month: string, date: string) =>
    Number(month) >= 1 && Number(month) <= 12 && Number(date) >= 1 && Number(date) <= 31
  const year = (text: string) => /^(19|20)\d\d$/.test(text)
  if (digits.length < 8) return digits !== text && year(digits.slice(0, 4))
  return (
    (year(digits.slice(0, 4)) && day(digits.slice(4, 6), digits.slice(6))) ||
    (year(digits.slice(4)) &&
      (day(digits.slice(0, 2), digits.slice(2, 4)) || day(digits.slice(2, 4), digits.slice(0, 2))))
  )
}

/** One sign over and over, few signs in turn, or a run such as 12345678 and 87654321. */
function isOnePattern(text: string): boolean {
  if (/^(.{1,3}?)\1+.?.?$/u.test(text)) return true
  const steps = new Set<number>()
  for (let i = 1; i < text.length; i++) steps.add(text.charCodeAt(i) - text.charCodeAt(i - 1))
  if (steps.size === 1) return true
  return '1234567890123456789009876543210987654321'.includes(text)
}
