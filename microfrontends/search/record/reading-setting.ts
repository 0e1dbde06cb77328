/** How the reader wants verse set: chosen on one poem, kept for the next ones and for the next visit. */
import { defineStore } from 'pinia'
import { ref } from 'vue'

const KEPT_AS = 'shuxiang-layout'

export const useReadingSetting = defineStore('search/reading-setting', () => {
  const vertical = ref(false)
  return {
    vertical,
    choose(wanted: boolean): void {
      vertical.value = wanted
      try {
        localStorage.setItem(KEPT_AS, wanted ? 'vertical' : 'horizontal')
      } catch {
        // Storage may be forbidden; then the choice holds for this visit.
      }
    },
    /** What an earlier visit chose. In the browser only, after the server's page was taken over. */
    recall(): void {
      try {
        const kept = localStorage.getItem(KEPT_AS)
        if (kept !== null) vertical.value = kept === 'vertical'
      } catch {
        // As above.
      }
    },
  }
})
