// Periods that sources name and by which nobody searches a span: parts of the others, and those between and after them.
import type { PeriodEntry } from './periods.ts'
import { words } from './words.ts'

export const furtherPeriods: readonly PeriodEntry[] = [
  { id: 'xizhou', words: words('西周', 'Western Zhou'), years: { from: -1046, to: -771 } },
  { id: 'dongzhou', words: words('东周', 'Eastern Zhou'), years: { from: -770, to: -256 } },
  { id: 'chunqiu', words: words('春秋', 'Spring and Autumn'), years: { from: -770, to: -476 } },
  { id: 'zhanguo', words: words('战国', 'Warring States'), years: { from: -475, to: -221 } },
  { id: 'qin', words: words('秦', 'Qin'), years: { from: -221, to: -206 } },
  { id: 'xihan', words: words('西汉', 'Western Han'), years: { from: -202, to: 8 } },
  { id: 'donghan', words: words('东汉', 'Eastern Han'), years: { from: 25, to: 220 } },
  { id: 'sanguo', words: words('三国', 'Three Kingdoms'), years: { from: 220, to: 280 } },
  { id: 'sui', words: words('隋', 'Sui'), years: { from: 581, to: 618 } },
  { id: 'beisong', words: words('北宋', 'Northern Song'), years: { from: 960, to: 1127 } },
  { id: 'nansong', words: words('南宋', 'Southern Song'), years: { from: 1127, to: 1279 } },
  { id: 'liao', words: words('辽', 'Liao'), years: { from: 916, to: 1125 } },
  { id: 'jin', words: words('金', 'Jin'), years: { from: 1115, to: 1234 } },
  { id: 'minguo', words: words('民国', 'Republic of China'), years: { from: 1912, to: 1949 } },
]
