/** Handing on the address of a record. Loaded by the press that asks for it. */
import { copyText } from '@shuxiang/sdk/ui'

/** What came of it: `refused` where the browser allows neither. */
export type Shared = 'shared' | 'copied' | 'refused'

/** The system's own share sheet where there is one (phones), else the address on the clipboard. */
export async function share(title: string, address: string): Promise<Shared> {
  if (navigator.share && matchMedia('(pointer: coarse)').matches) {
    await navigator.share({ title, url: address }).catch(() => undefined)
    return 'shared'
  }
  return (await copyText(address)) ? 'copied' : 'refused'
}
