/** What is chosen on the desk, and how the page is looked at. */
import type { Locale } from '@shuxiang/site-render'
import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { keepLooks, keptLooks, type Mode, type Width } from './looks.ts'

/** On a narrow screen one of them is shown; on a wide one all are. */
export type Pane = 'outline' | 'fields' | 'canvas'

export const useDesk = defineStore('editor/desk', () => {
  /** Block whose fields are open; null: the page's own. */
  const chosen = ref<string | null>(null)
  /** In which language texts are written and the page is shown. */
  const language = ref<Locale>('zh-CN')
  const looks = keptLooks()
  const width = ref<Width>(looks.width)
  const mode = ref<Mode>(looks.mode)
  const large = ref(looks.large)
  watch([width, mode, large], () => keepLooks({ width: width.value, mode: mode.value, large: large.value }))
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
