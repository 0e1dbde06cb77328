// What the page of a topic tells of its details.
import { countWords, fact, type Fact } from '@shuxiang/record'
import { words } from '@shuxiang/vocabulary'
import type { TopicDetails } from './details.ts'

export function facts({ details }: { readonly details: TopicDetails }): Fact[] {
  const { seedCount, captureCount } = details
  return [
    ...fact(words('网址数', 'Addresses'), countWords(seedCount)),
    ...fact(words('采集次数', 'Captures'), captureCount === undefined ? undefined : countWords(captureCount)),
  ]
}
