/** Messages of a part of the room that comes later, loaded where it is shown. */
import { loadMessages, messageTools, usePortal, type MessageTools } from '@shuxiang/sdk'
import type { MessageSource } from '@shuxiang/sdk/contract'
import { onMounted, shallowRef, type ShallowRef } from 'vue'

/** Null until they are there; on a server always. */
export function useWords(source: MessageSource): Readonly<ShallowRef<MessageTools | null>> {
  const portal = usePortal()
  const tools = shallowRef<MessageTools | null>(null)
  onMounted(async () => {
    const words = await loadMessages(source, portal.locale).catch((error: unknown) => {
      portal.log('warn', 'messages cannot be loaded', { reason: String(error) })
      return null
    })
    if (words) tools.value = messageTools(words, portal.locale)
  })
  return tools
}
