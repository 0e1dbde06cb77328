/** What is being dragged; what can be done by dragging can be done by buttons. */
import type { BlockType } from '@shuxiang/site-blocks'
import { ref, shallowRef } from 'vue'

/** A block in the outline. */
export const dragged = ref<string | null>(null)
/** A type in the palette. */
export const brought = shallowRef<BlockType | null>(null)
