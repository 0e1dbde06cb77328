/**
 * How the reader wants texts set: chosen on one, kept on the device for the next ones and for the next visit. The script
 * is kept by the portal, for all of its pages.
 */
import { usePortal } from '@shuxiang/sdk'
import type { ScriptWish } from '@shuxiang/sdk/contract'
import { defineStore } from 'pinia'
import { reactive, toRefs } from 'vue'
import type { RecordAddress } from './record-address.ts'

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
  const portal = usePortal()
  const setting = reactive<Reading>({ vertical: false, script: portal.script, pinyin: false, size: 0 })
  portal.onScript((wish) => (setting.script = wish))

  function choose(wanted: Partial<Reading>): void {
    Object.assign(setting, wanted)
    if (wanted.script !== undefined) portal.chooseScript(wanted.script)
    const { vertical, pinyin, size } = setting
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify({ vertical, pinyin, size }))
    } catch {
      // Storage may be forbidden; then the choice holds for this visit.
    }
  }

  return {
    ...toRefs(setting),
    choose,
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
        // Before all pages were written so, the script was kept with the rest.
        if (kept !== null) choose(keptIn(kept))
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
    ...(script === 'hans' || script === 'hant' ? { script } : {}),
    ...(typeof pinyin === 'boolean' ? { pinyin } : {}),
    ...(size === 0 || size === 1 || size === 2 ? { size } : {}),
  }
}
