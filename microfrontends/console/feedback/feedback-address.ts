/** What the section keeps in its address: which messages are shown, and how far the list is. */
import { consoleAddress } from '../frame/address.ts'

export interface FeedbackAddress {
  /** True: those that are settled; else those that wait. */
  readonly settled: boolean
  readonly after: string | null
}

export function readFeedback({ show, after }: Readonly<Record<string, unknown>>): FeedbackAddress {
  return {
    settled: show === 'settled',
    after: typeof after === 'string' && /^[\w+/=-]{1,500}$/.test(after) ? after : null,
  }
}

export function feedbackAddress(
  library: string,
  { settled = false, after = null }: Partial<FeedbackAddress> = {},
): string {
  return consoleAddress('feedback', library, { show: settled ? 'settled' : null, after })
}
