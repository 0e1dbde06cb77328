// A record with the other texts of its work: those that were made one with it, and those of anthologies.
import { bounds, type RecordInput, type WitnessContent } from '@shuxiang/record'
import type { Entry } from '@shuxiang/record/source'
import type { Ground } from '../describe.ts'
import { stableId } from '../ids.ts'
import { mendTitle, mendVerses } from '../mend.ts'
import { isNobody, writtenName } from '../persons.ts'
import { cleanLine } from '../text.ts'
import type { Printed } from './printed.ts'
import { lettersOfTitle } from './title-letters.ts'

/** An entry with the texts that anthologies have of its work. */
export function witnessedEntry(entry: Entry, ground: Ground, printed: readonly Printed[]): Entry {
  if (printed.length === 0) return entry
  return {
    make() {
      const { input, ...made } = entry.make()
      const witnesses = printed.flatMap((one) => witnessOf(ground, one) ?? [])
      return { ...made, input: withWitnesses(input, witnesses) }
    },
  }
}

/** The text of a record that another one stands for. */
export function witnessOfInput({ record, texts }: RecordInput): WitnessContent | null {
  const whole = texts.find(({ n }) => n === 0)
  if (!whole || whole.paragraphs.length === 0 || !record.collection) return null
  return {
    id: record.id,
    source: { ...record.collection },
    title: record.title,
    agents: record.agents.map(({ name }) => name).slice(0, 20),
    language: record.language,
    paragraphs: whole.paragraphs,
  }
}

/** Also known by the titles that it has there. Texts too long for a witness are left out. */
export function withWitnesses(input: RecordInput, more: readonly WitnessContent[]): RecordInput {
  const { record } = input
  const have = [record.title, ...record.alternativeTitles].map(lettersOfTitle)
  const titles = [...new Map(more.map(({ title }) => [lettersOfTitle(title), title])).entries()]
  const fitting = more.filter(({ paragraphs }) => lengthOf(paragraphs) <= bounds.witnessText)
  return {
    ...input,
    record: {
      ...record,
      alternativeTitles: [
        ...record.alternativeTitles,
        ...titles.flatMap(([key, title]) => (have.includes(key) ? [] : [title])),
      ].slice(0, 20),
    },
    witnesses: [...(input.witnesses ?? []), ...fitting].slice(0, bounds.witnesses),
  }
}

function witnessOf(
  { spelled }: Ground,
  { source, author, lines, language, ...one }: Printed,
): WitnessContent | null {
  const paragraphs = mendVerses(lines, spelled).text
  const name = writtenName(author)
  if (paragraphs.length === 0) return null
  return {
    id: stableId('w', source.id, author, one.title, lines.join('')),
    source,
    title: cleanLine(mendTitle(one.title).title || one.title, spelled, bounds.title) || '失题',
    agents: isNobody(name) ? [] : [cleanLine(name, spelled, bounds.name)],
    language,
    paragraphs: [...paragraphs],
  }
}

function lengthOf(paragraphs: WitnessContent['paragraphs']): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0)
}
