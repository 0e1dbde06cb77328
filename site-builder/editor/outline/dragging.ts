/** The block that is being dragged in the outline; what can be done by dragging can be done by buttons. */
import { ref } from 'vue'

export const dragged = ref<string | null>(null)
