// What the witnesses of a text have otherwise, as far as it is searched.
import { lettersOf, variantsOf } from '@shuxiang/search/collation'

/** A text in its paragraphs. */
type Text = readonly string[]

/**
 * The paragraphs of witnesses that do not read as the text does, each with its neighbours, so that a quotation may begin
 * before it and end after it; what several have alike comes once. Nothing for witnesses that differ in script or marks
 * only. Each run is joined by line breaks.
 */
export function otherReadings(text: Text, witnesses: readonly Text[]): readonly string[] {
  const runs = new Map<string, string>()
  for (const witness of witnesses)
    for (const run of runsOf(text, witness)) {
      const key = lettersOf([run], run.length)
        ?.map(({ folded }) => folded)
        .join('')
      if (key !== undefined && !runs.has(key)) runs.set(key, run)
    }
  return [...runs.values()]
}

function runsOf(text: Text, witness: Text): readonly string[] {
  const variants = variantsOf(witness, text)
  // Too different to be laid beside each other: all of it is another reading.
  if (variants === null) return [witness.join('\n')]
  const wanted = new Set(variants.flatMap(({ line }) => [line - 1, line, line + 1]))
  const runs: string[][] = []
  for (const [line, paragraph] of witness.entries()) {
    if (!wanted.has(line) || paragraph === '') continue
    if (wanted.has(line - 1) && runs.length > 0) runs.at(-1)?.push(paragraph)
    else runs.push([paragraph])
  }
  return runs.map((run) => run.join('\n'))
}
