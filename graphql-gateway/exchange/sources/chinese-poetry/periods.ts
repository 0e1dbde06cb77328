// Periods of creation, as the vocabulary has them.
import { periods as table, type PeriodEntry, type PeriodId } from '@shuxiang/vocabulary'

export interface Period {
  readonly id: string
  readonly label: string
  readonly years: PeriodEntry['years']
}

function periodOf(id: PeriodId): Period {
  const entry = table.find((each) => each.id === id)
  if (entry === undefined) throw new Error(`The vocabulary has no period "${id}".`)
  return { id, label: entry.words['zh-CN'], years: entry.years }
}

export const periods = {
  xianqin: periodOf('xianqin'),
  han: periodOf('han'),
  weijin: periodOf('weijin'),
  nanbeichao: periodOf('nanbeichao'),
  tang: periodOf('tang'),
  wudai: periodOf('wudai'),
  song: periodOf('song'),
  yuan: periodOf('yuan'),
  ming: periodOf('ming'),
  qing: periodOf('qing'),
} as const satisfies Readonly<Record<PeriodId, Period>>
