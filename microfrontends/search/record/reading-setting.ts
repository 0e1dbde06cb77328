/** How the reader wants verse set: chosen on one poem, kept for the next ones of the visit. */
import { defineStore } from 'pinia'
import { ref } from 'vue'

export const useReadingSetting = defineStore('search/reading-setting', () => {
  const vertical = ref(false)
  return { vertical }
})
