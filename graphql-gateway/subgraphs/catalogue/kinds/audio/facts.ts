// What the page of an audiobook tells of its details.
import { durationWords, fact, type Fact } from '@shuxiang/record'
import { words } from '@shuxiang/vocabulary'
import type { AudioDetails } from './details.ts'

export function facts({ details }: { readonly details: AudioDetails }): Fact[] {
  const { duration } = details
  return [...fact(words('时长', 'Duration'), duration === undefined ? undefined : durationWords(duration))]
}
