// What the page of a video tells of its details.
import { codeWords, durationWords, fact, pixelWords, type Fact } from '@shuxiang/record'
import { languages, words } from '@shuxiang/vocabulary'
import type { VideoDetails } from './details.ts'

export function facts({ details }: { readonly details: VideoDetails }): Fact[] {
  const { duration, resolution, captions } = details
  return [
    ...fact(words('时长', 'Duration'), duration === undefined ? undefined : durationWords(duration)),
    ...fact(words('画面', 'Picture'), pixelWords(resolution?.width, resolution?.height)),
    ...captions.flatMap((language) => fact(words('字幕', 'Captions'), codeWords(languages, language))),
  ]
}
