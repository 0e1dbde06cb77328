/**
 * Tabs of one browser at the same page: each keeps its draft under a name of its own, so that none writes over another's. What a
 * tab left behind that is gone is found by the next.
 */

/** Tabs at one page that keep drafts; further ones have the store alone. */
const mostTabs = 5

/** Of a browser's locks what is needed. */
export interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable: true },
    run: (lock: object | null) => Promise<void> | undefined,
  ): Promise<unknown>
}

export interface TabPlace {
  /** Name under which this tab keeps its draft; null: there is no place left. */
  readonly key: string | null
  leave(): void
}

const keysOf = (page: string): string[] =>
  Array.from({ length: mostTabs }, (_, n) => (n === 0 ? page : `${page} ${n + 1}`))

/** The first place that no tab has. A browser that knows no locks has one. */
export async function takePlace(page: string, locks: Locks | undefined): Promise<TabPlace> {
  const [first = page] = keysOf(page)
  if (!locks) return { key: first, leave() {} }
  for (const key of keysOf(page)) {
    const end = await held(locks, key)
    if (end) return { key, leave: end }
  }
  return { key: null, leave() {} }
}

/** Calls `look` with the name of each place where no tab is, one after the other, and nobody takes it meanwhile. */
export async function lookThrough(
  page: string,
  locks: Locks | undefined,
  look: (key: string) => Promise<void>,
): Promise<void> {
  for (const key of locks ? keysOf(page) : []) {
    const end = locks && (await held(locks, key))
    if (!end) continue
    await look(key).finally(end)
  }
}

/** Holds a name until the function that comes of it is called; null where another tab holds it. */
export function held(locks: Locks, key: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    locks
      .request(`shuxiang-editor ${key}`, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null)
          return undefined
        }
        return new Promise<void>((end) => resolve(() => end()))
      })
      .catch(reject)
  })
}
