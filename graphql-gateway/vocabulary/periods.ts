// Periods of Chinese history: ids that stay, names that readers see, years that order them.
import { words, type Entry } from './words.ts'

export interface PeriodEntry extends Entry {
  /** First and last year as chronological tables give them, negative before our era. */
  readonly years: { readonly from: number; readonly to: number }
}

export const periods = [
  { id: 'xianqin', words: words('先秦', 'Before Qin'), years: { from: -2070, to: -221 } },
  { id: 'han', words: words('汉', 'Han'), years: { from: -202, to: 220 } },
  { id: 'weijin', words: words('魏晋', 'Wei and Jin'), years: { from: 220, to: 420 } },
  {
    id: 'nanbeichao',
    words: words('南北朝', 'Northern and Southern Dynasties'),
    years: { from: 420, to: 589 },
  },
  { id: 'tang', words: words('唐', 'Tang'), years: { from: 618, to: 907 } },
  { id: 'wudai', words: words('五代十国', 'Five Dynasties and Ten Kingdoms'), years: { from: 907, to: 979 } },
  { id: 'song', words: words('宋', 'Song'), years: { from: 960, to: 1279 } },
  { id: 'yuan', words: words('元', 'Yuan'), years: { from: 1271, to: 1368 } },
  { id: 'ming', words: words('明', 'Ming'), years: { from: 1368, to: 1644 } },
  { id: 'qing', words: words('清', 'Qing'), years: { from: 1644, to: 1911 } },
] as const satisfies readonly PeriodEntry[]

export type PeriodId = (typeof periods)[number]['id']
