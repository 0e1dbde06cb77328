// What the page of an episode tells of its details.
import { durationWords, fact, type Fact } from '@shuxiang/record'
import { words } from '@shuxiang/vocabulary'
import type { EpisodeDetails } from './details.ts'

export function facts({ details }: { readonly details: EpisodeDetails }): Fact[] {
  const { series, duration } = details
  return [
    ...fact(words('所属', 'From'), series),
    ...fact(words('时长', 'Duration'), duration === undefined ? undefined : durationWords(duration)),
  ]
}
