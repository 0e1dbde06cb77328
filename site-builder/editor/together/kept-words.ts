/// <reference lib="dom" />
/** A comment that is being written, kept on this device until it is sent: a closed tab and a missing network lose nothing of it. */
import { quietly } from '../quietly.ts'

export interface KeptWords {
  readonly text: string
  /** Drawn for these words: sent twice they count once. */
  readonly key: string
}

/** `reader`: whose words they are, so that who signs in next on this device finds none of them. `place`: of what they are about. */
export function openKeptWords(reader: string, place: string, store: () => Storage = () => localStorage) {
  const name = `shuxiang-comment ${reader} ${place}`
  return {
    read(): KeptWords | null {
      const kept: unknown = quietly(() => JSON.parse(store().getItem(name) ?? 'null'))
      if (typeof kept !== 'object' || kept === null || !('text' in kept) || !('key' in kept)) return null
      const { text, key } = kept
      return typeof text === 'string' && typeof key === 'string' ? { text, key } : null
    },
    /** No words: there is nothing to keep. */
    write(words: KeptWords): void {
      if (words.text.trim() === '') quietly(() => store().removeItem(name))
      else quietly(() => store().setItem(name, JSON.stringify(words)))
    },
  }
}
