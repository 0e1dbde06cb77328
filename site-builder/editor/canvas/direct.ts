/// <reference lib="dom" />
/**
 * The editor's end of the frame in which somebody drags on the page itself (`adapters/grapes/frame.ts`). What is told goes over a
 * port; what is heard is checked before it is passed on.
 */
import type { Intent, Told } from '../adapters/grapes/messages.ts'
import { intentOf } from './intents.ts'

/** Where the frame is. */
export const directAt = '/_frame/editor/canvas'

export interface Direct {
  tell(told: Told): void
  /** The document that is drawn into; null before the frame is ready. */
  page(): Document | null
  close(): void
}

/** `frame` has loaded. */
export function openDirect(frame: HTMLIFrameElement, heard: (intent: Intent) => void): Direct {
  const { port1: port, port2 } = new MessageChannel()
  port.addEventListener('message', ({ data }) => {
    const intent = intentOf(data)
    if (intent) heard(intent)
  })
  port.start()
  frame.contentWindow?.postMessage(null, location.origin, [port2])
  return {
    tell: (told) => port.postMessage(told),
    page: () =>
      frame.contentDocument?.querySelector<HTMLIFrameElement>('iframe[src]')?.contentDocument ?? null,
    close: () => port.close(),
  }
}
