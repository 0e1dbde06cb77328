// The line of a text that a report is about.
import { linesOf } from '@shuxiang/vocabulary'
import { chapterOf, textsOf } from '../store/read.ts'
import type { Reader } from '../store/reader.ts'

/** As it is now; null where there is none. A text without chapters is looked for first, then its only chapter. */
export async function lineNow(
  reader: Reader,
  { record, part, line }: { readonly record: string; readonly part: number | null; readonly line: string },
): Promise<string | null> {
  const text =
    part === null
      ? ((await textsOf(reader, [record]))[0] ?? (await chapterOf(reader, record, 1)))
      : await chapterOf(reader, record, part)
  return linesOf(text?.paragraphs ?? []).find(({ id }) => id === line)?.text ?? null
}
