/// <reference lib="dom" />
/** Where the practice site is kept: on the device, by who practises; it begins anew when it is asked to, and after a week. */
import { isOver, readPractice, type PracticeState } from './state.ts'

export interface PracticeKeeper {
  read(): Promise<PracticeState>
  write(state: PracticeState): void
  /** As new. */
  startOver(): Promise<PracticeState>
}

export interface KeeperOptions {
  readonly reader: string
  /** Makes one as new. */
  readonly begin: () => Promise<PracticeState>
  readonly now: () => number
  readonly storage?: Pick<Storage, 'getItem' | 'setItem'> | null
}

/** A browser that keeps nothing, or too little, has it for as long as the page is open. */
export function openKeeper({ reader, begin, now, storage = localStorage }: KeeperOptions): PracticeKeeper {
  const key = `shuxiang.editor.practice ${reader}`
  let inMemory: PracticeState | null = null
  let beginning: Promise<PracticeState> | null = null
  const kept = (): PracticeState | null => {
    if (inMemory) return inMemory
    try {
      return readPractice(storage?.getItem(key) ?? null)
    } catch {
      return null
    }
  }
  const write = (state: PracticeState): void => {
    try {
      if (!storage) throw new Error('nothing is kept here')
      storage.setItem(key, JSON.stringify(state))
      inMemory = null
    } catch {
      inMemory = state
    }
  }
  const startOver = async (): Promise<PracticeState> => {
    beginning ??= begin().finally(() => (beginning = null))
    const state = await beginning
    write(state)
    return state
  }
  return {
    async read() {
      const state = kept()
      return state && !isOver(state, now()) ? state : startOver()
    },
    write,
    startOver,
  }
}
