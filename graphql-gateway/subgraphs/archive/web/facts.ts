// What the page of an archived page tells of its details.
import { countWords, fact, type Fact } from '@shuxiang/record'
import { words } from '@shuxiang/vocabulary'
import type { WebDetails } from './details.ts'

export function facts({ details }: { readonly details: WebDetails }): Fact[] {
  const { seed, captureCount, mime } = details
  return [
    ...fact(words('原网址', 'Original address'), seed, seed),
    ...fact(words('采集次数', 'Captures'), countWords(captureCount)),
    ...fact(words('格式', 'Format'), mime),
  ]
}
