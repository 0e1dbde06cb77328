// Periods of creation: ids that stay, labels that readers see, years that order them.

export interface Period {
  readonly id: string
  readonly label: string
  /** First and last year as chronological tables give them, negative before our era. */
  readonly years: { readonly from: number; readonly to: number }
}

export const periods = {
  xianqin: { id: 'xianqin', label: '先秦', years: { from: -2070, to: -221 } },
  han: { id: 'han', label: '汉', years: { from: -202, to: 220 } },
  weijin: { id: 'weijin', label: '魏晋', years: { from: 220, to: 420 } },
  nanbeichao: { id: 'nanbeichao', label: '南北朝', years: { from: 420, to: 589 } },
  tang: { id: 'tang', label: '唐', years: { from: 618, to: 907 } },
  wudai: { id: 'wudai', label: '五代十国', years: { from: 907, to: 979 } },
  song: { id: 'song', label: '宋', years: { from: 960, to: 1279 } },
  yuan: { id: 'yuan', label: '元', years: { from: 1271, to: 1368 } },
  ming: { id: 'ming', label: '明', years: { from: 1368, to: 1644 } },
  qing: { id: 'qing', label: '清', years: { from: 1644, to: 1911 } },
} as const satisfies Readonly<Record<string, Period>>
