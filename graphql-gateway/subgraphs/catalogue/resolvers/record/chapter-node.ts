// What stands behind `Chapter`.
import type { Paragraph } from '@shuxiang/record'

export interface ChapterNode {
  readonly n: number
  readonly title: string
  readonly paragraphs: readonly Paragraph[]
  /** Of the work. */
  readonly language: string
}
