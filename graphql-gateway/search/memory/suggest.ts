/** Suggestions by walking all records. */

import type { SearchDoc, Suggestion } from '../contract.ts'
import type { Known } from '../query/meant-word.ts'
import {
  lineAt,
  placeOf,
  reachesLines,
  shareOf,
  suggestedLines,
  suggestionKey,
  suggestionKeys,
  suggestionWeight,
  typedKeys,
} from '../query/suggestion.ts'

interface Entry {
  readonly text: string
  readonly kind: Suggestion['kind']
  readonly key: string
  /** Where a line stands, as `placeOf` gives it. */
  readonly place: number
  readonly docs: Set<SearchDoc>
  prior: number
}

export function suggestFrom(docs: Iterable<SearchDoc>, prefix: string, limit: number): readonly Suggestion[] {
  const typed = typedKeys(prefix)
  const entries = entriesOf(docs)
  return [...entries.values()]
    .filter(({ kind, ...entry }) =>
      keysOf({ kind, ...entry }).some((key) =>
        typed.some((start) => key.startsWith(start) && (kind !== 'line' || reachesLines(start))),
      ),
    )
    .toSorted(
      (a, b) =>
        Number(b.key === typed[0]) - Number(a.key === typed[0]) || weight(b) - weight(a) || compare(a, b),
    )
    .slice(0, limit)
    .map(suggestionOf)
}

/** All that can be suggested of some records. */
function entriesOf(docs: Iterable<SearchDoc>): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const doc of docs) {
    for (const text of doc.title) note(entries, text, 'title', 0, doc)
    for (const text of [...doc.creator, ...(doc.otherNames ?? [])]) note(entries, text, 'creator', 0, doc)
    for (const line of suggestedLines(doc)) note(entries, line.text, 'line', placeOf(line), doc)
  }
  return entries
}

/** All that can be meant of some records. */
export function knownOf(docs: Iterable<SearchDoc>): readonly (Known & { readonly weight: number })[] {
  return [...entriesOf(docs).values()].map((entry) => ({
    ...suggestionKeys(entry.text, entry.kind),
    kind: entry.kind,
    text: entry.text,
    key: entry.key,
    weight: weight(entry),
  }))
}

function suggestionOf({ text, kind, place, docs }: Entry): Suggestion {
  const [only] = docs.size === 1 && kind !== 'creator' ? docs.values() : []
  const of =
    kind === 'line' && only
      ? { of: { title: only.title[0] ?? '', creator: only.creator.slice(0, 1), ...lineAt(place) } }
      : {}
  return { text, kind, recordId: only?.id ?? null, count: docs.size, ...of }
}

function keysOf(entry: Entry): readonly string[] {
  const { pinyin, initials } = suggestionKeys(entry.text, entry.kind)
  return [entry.key, pinyin, initials]
}

function note(
  entries: Map<string, Entry>,
  text: string,
  kind: Suggestion['kind'],
  place: number,
  doc: SearchDoc,
): void {
  const key = suggestionKey(text)
  if (key === '') return
  const name = `${kind} ${place} ${key}`
  const entry = entries.get(name) ?? { text, kind, key, place, docs: new Set<SearchDoc>(), prior: 0 }
  if (!entry.docs.has(doc)) entry.prior += doc.prior
  entry.docs.add(doc)
  entries.set(name, entry)
}

function weight(entry: Entry): number {
  return suggestionWeight(entry.docs.size, entry.prior, shareOf(entry.kind))
}

function compare(a: Entry, b: Entry): number {
  return a.key < b.key
    ? -1
    : a.key > b.key
      ? 1
      : a.kind < b.kind
        ? -1
        : a.kind > b.kind
          ? 1
          : a.place - b.place
}
