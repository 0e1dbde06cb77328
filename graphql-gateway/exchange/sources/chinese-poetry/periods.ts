// Periods of creation: ids that stay, labels that readers see.

export interface Period {
  readonly id: string
  readonly label: string
}

export const periods = {
  xianqin: { id: 'xianqin', label: '先秦' },
  han: { id: 'han', label: '汉' },
  weijin: { id: 'weijin', label: '魏晋' },
  nanbeichao: { id: 'nanbeichao', label: '南北朝' },
  tang: { id: 'tang', label: '唐' },
  wudai: { id: 'wudai', label: '五代十国' },
  song: { id: 'song', label: '宋' },
  yuan: { id: 'yuan', label: '元' },
  ming: { id: 'ming', label: '明' },
  qing: { id: 'qing', label: '清' },
} as const satisfies Readonly<Record<string, Period>>
