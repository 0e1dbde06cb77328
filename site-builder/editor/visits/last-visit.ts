/// <reference lib="dom" />
/** Until when somebody knows what colleagues did at a site; kept on the device, by account and site. */
import { quietly } from '../quietly.ts'

export interface LastVisit {
  /** Null on the first visit, and where the device keeps nothing. */
  read(): Date | null
  /** From now on only what comes later is news. */
  seen(now: Date): void
}

export function openLastVisit(
  reader: string,
  site: string,
  store: () => Storage = () => localStorage,
): LastVisit {
  const key = `shuxiang-visit ${reader} ${site}`
  return {
    read() {
      const time = Date.parse(quietly(() => store().getItem(key)) ?? '')
      return Number.isNaN(time) ? null : new Date(time)
    },
    seen(now) {
      quietly(() => store().setItem(key, now.toISOString()))
    },
  }
}

interface ListedPage {
  readonly changedAt: string
  readonly changedBy: string | null
}

/** Pages that somebody else changed after a time, the last one first. */
export function newsSince<Page extends ListedPage>(
  pages: readonly Page[],
  since: Date,
  username: string,
): readonly Page[] {
  return pages
    .filter(({ changedAt, changedBy }) => changedBy !== username && Date.parse(changedAt) > since.getTime())
    .toSorted((one, other) => Date.parse(other.changedAt) - Date.parse(one.changedAt))
}
