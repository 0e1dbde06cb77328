/** The page as the portal makes it, and samples of what a device keeps. */
import type { Like, Opened } from '@shuxiang/sdk/reading-history'
import { pagesOf } from '@shuxiang/sdk/testing'
import { reading } from '../definition.ts'

export const pages = pagesOf(reading)

/** A poem that was read to its end, on that day of November. */
export const opened = (recordId: string, day: number, more: Partial<Opened> = {}): Opened => ({
  ...{ recordId, title: `题名${recordId}`, by: '李白', kind: 'poem', language: 'lzh' },
  at: `2026-11-${String(day).padStart(2, '0')}T08:00:00Z`,
  ...{ chapter: null, part: '', chapters: 0, text: null, anchor: null, percent: 100, reader: null },
  ...more,
})

export const like = (recordId: string): Like => ({
  ...{ recordId, title: `近${recordId}`, by: '杜甫', kind: 'poem', kindName: '诗词', language: 'lzh' },
})
