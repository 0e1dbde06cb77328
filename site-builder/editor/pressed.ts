/// <reference lib="dom" />
/**
 * What was pressed when a fresh one-time code was wanted: the page is left for it and comes back, and finds here what was on
 * its way. Kept in the tab, for the person who pressed, and not for long.
 */
import { quietly } from './quietly.ts'

export interface Pressed {
  /** It is on its way. */
  keep(what: string, value: string): void
  /** An answer is there. */
  drop(what: string): void
  /**
   * What was on its way when the page was left; told once. Null after a quarter of an hour, and for who went back or loaded the
   * page again: they have changed their mind.
   */
  take(what: string): string | null
  /** Keeps it while the work is on its way; when the page is left, the work never ends. */
  during(what: string, value: string, work: () => Promise<void>): Promise<void>
}

/** What was kept of a press, to be read as what it was: the tab may have kept anything. Null where there is no object. */
export function pressedObject(kept: string | null): object | null {
  const value: unknown = quietly(() => JSON.parse(kept ?? 'null'))
  return typeof value === 'object' ? value : null
}

/** Milliseconds; as long as a one-time code counts. */
const keptFor = 900_000

/** @param whose account, and what it is about. */
export function openPressed(
  whose: string,
  tab: () => Storage = () => sessionStorage,
  now = (): number => Date.now(),
  came = cameByItself,
): Pressed {
  const keyOf = (what: string): string => `shuxiang-pressed ${whose} ${what}`
  const keep = (what: string, value: string): void =>
    void quietly(() => tab().setItem(keyOf(what), `${now()} ${value}`))
  const drop = (what: string): void => void quietly(() => tab().removeItem(keyOf(what)))
  return {
    keep,
    drop,
    async during(what, value, work) {
      keep(what, value)
      try {
        await work()
      } finally {
        drop(what)
      }
    },
    take(what) {
      const kept = quietly(() => tab().getItem(keyOf(what)))
      drop(what)
      const [, at = '', value = ''] = /^(\d+) (.*)$/s.exec(kept ?? '') ?? []
      return kept !== null && Number(at) > now() - keptFor && came() ? value : null
    },
  }
}

function cameByItself(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return !entry || !('type' in entry) || entry.type === 'navigate'
}
