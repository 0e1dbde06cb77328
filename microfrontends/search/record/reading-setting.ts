/** How the reader wants texts set: chosen on one, kept on the device for the next ones and for the next visit. */
import { defineStore } from 'pinia'
import { reactive, toRefs } from 'vue'
import type { RecordAddress, ScriptWish } from './record-address.ts'

const KEPT_AS = 'shuxiang-reading'
/** Before there was more to choose than how verse is set. */
const KEPT_BEFORE = 'shuxiang-layout'
export const LARGEST = 2

interface Reading {
  vertical: boolean
  script: ScriptWish
  pinyin: boolean
  /** Steps above the usual size of the text, up to `LARGEST`. */
  size: number
}

export const useReadingSetting = defineStore('search/reading-setting', () => {
  const setting = reactive<Reading>({ vertical: false, script: 'source', pinyin: false, size: 0 })

  return {
    ...toRefs(setting),
    choose(wanted: Partial<Reading>): void {
      Object.assign(setting, wanted)
      try {
        localStorage.setItem(KEPT_AS, JSON.stringify(setting))
      } catch {
        // Storage may be forbidden; then the choice holds for this visit.
      }
    },
    /** What an address says wins, and holds for the next record. */
    follow({ vertical, script, pinyin }: Pick<RecordAddress, 'vertical' | 'script' | 'pinyin'>): void {
      if (vertical !== null) setting.vertical = vertical
      if (script !== null) setting.script = script
      if (pinyin !== null) setting.pinyin = pinyin
    },
    /** What an earlier visit chose. In the browser only, after the server's page was taken over. */
    recall(): void {
      try {
        const kept = localStorage.getItem(KEPT_AS)
        const before = localStorage.getItem(KEPT_BEFORE)
        if (kept !== null) Object.assign(setting, keptIn(kept))
        else if (before !== null) setting.vertical = before === 'vertical'
      } catch {
        // As above, or what is kept is not ours.
      }
    },
  }
})

function keptIn(text: string): Partial<Reading> {
  const kept: unknown = JSON.parse(text)
  if (typeof kept !== 'object' || kept === null) return {}
  // Whatever is not what was written is left out.
  const { vertical, script, pinyin, size } = kept as Record<string, unknown>
  return {
    ...(typeof vertical === 'boolean' ? { vertical } : {}),
    ...(script === 'source' || script === 'hans' || script === 'hant' ? { script } : {}),
    ...(typeof pinyin === 'boolean' ? { pinyin } : {}),
    ...(size === 0 || size === 1 || size === 2 ? { size } : {}),
  }
}
