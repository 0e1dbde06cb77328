/** What is chosen on the desk, and how the page is looked at. */
import type { Locale } from '@shuxiang/site-render'
import { defineStore } from 'pinia'
import { ref } from 'vue'

export type Width = 'phone' | 'tablet' | 'all'
export type Mode = 'light' | 'dark' | 'contrast'
/** On a narrow screen one of them is shown; on a wide one all are. */
export type Pane = 'outline' | 'fields' | 'canvas'

/** CSS pixels of the devices; null: as much room as there is. */
export const widths: Readonly<Record<Width, number | null>> = { phone: 360, tablet: 768, all: null }

export const useDesk = defineStore('editor/desk', () => {
  /** Block whose fields are open; null: the page's own. */
  const chosen = ref<string | null>(null)
  /** In which language texts are written and the page is shown. */
  const language = ref<Locale>('zh-CN')
  const width = ref<Width>('all')
  const mode = ref<Mode>('light')
  const large = ref(false)
  /** Theme that is tried; null: the site's own. */
  const tried = ref<string | null>(null)
  /** Something of what stands on every page is written and not saved. */
  const settingsOpen = ref(false)
  const pane = ref<Pane>('outline')
  /** Help that is open: the list of what there is, or the tour. */
  const help = ref<'list' | 'tour' | null>(null)

  function choose(id: string | null, open: Pane = 'fields'): void {
    chosen.value = id
    pane.value = open
  }
  return { chosen, language, width, mode, large, tried, settingsOpen, pane, help, choose }
})
