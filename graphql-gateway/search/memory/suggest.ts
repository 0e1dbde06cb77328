/** Suggestions by walking all records. */

import type { SearchDoc, Suggestion } from '../contract.ts'
import { suggestionKey, suggestionKeys, suggestionWeight, typedKeys } from '../query/suggestion.ts'

interface Entry {
  readonly text: string
  readonly kind: Suggestion['kind']
  readonly key: string
  readonly ids: Set<string>
  prior: number
}

export function suggestFrom(docs: Iterable<SearchDoc>, prefix: string, limit: number): readonly Suggestion[] {
  const typed = typedKeys(prefix)
  const entries = new Map<string, Entry>()
  for (const doc of docs) {
    for (const text of doc.title) note(entries, text, 'title', doc)
    for (const text of [...doc.creator, ...(doc.otherNames ?? [])]) note(entries, text, 'creator', doc)
  }
  return [...entries.values()]
    .filter((entry) => keysOf(entry).some((key) => typed.some((start) => key.startsWith(start))))
    .toSorted(
      (a, b) =>
        Number(b.key === typed[0]) - Number(a.key === typed[0]) || weight(b) - weight(a) || compare(a, b),
    )
    .slice(0, limit)
    .map((entry) => ({
      text: entry.text,
      kind: entry.kind,
      recordId: entry.kind === 'title' && entry.ids.size === 1 ? ([...entry.ids][0] ?? null) : null,
      count: entry.ids.size,
    }))
}

function keysOf(entry: Entry): readonly string[] {
  const { pinyin, initials } = suggestionKeys(entry.text, entry.kind)
  return [entry.key, pinyin, initials]
}

function note(entries: Map<string, Entry>, text: string, kind: Suggestion['kind'], doc: SearchDoc): void {
  const key = suggestionKey(text)
  if (key === '') return
  const name = `${kind} ${key}`
  const entry = entries.get(name) ?? { text, kind, key, ids: new Set<string>(), prior: 0 }
  if (!entry.ids.has(doc.id)) entry.prior += doc.prior
  entry.ids.add(doc.id)
  entries.set(name, entry)
}

function weight(entry: Entry): number {
  return suggestionWeight(entry.ids.size, entry.prior)
}

function compare(a: Entry, b: Entry): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : a.kind < b.kind ? -1 : 1
}
