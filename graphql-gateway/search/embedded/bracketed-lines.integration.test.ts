/** The lines of 全唐诗 in which an editor supplied characters in brackets, asked without the brackets. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { poems } from '../bench/corpus.ts'
import { requestOf } from '../contract-suite/works.ts'
import type { SearchDoc } from '../contract.ts'
import { highlight } from '../query/highlight.ts'
import { parseBox } from '../query/parse-box.ts'
import { openLocalIndex, type LocalIndex } from './local-index.ts'

/** A clause or title of Han only, with supplied characters inside or at an end of it. */
const BRACKETED = /^\p{Script=Han}*(\[\p{Script=Han}{1,2}\]\p{Script=Han}*)+$/u

/** Two characters before a verse are as often a label, and several brackets are notes with numbers. */
const LABEL = /^\[\p{Script=Han}{2}|^\[[^\]]\]\[/u

interface Line {
  readonly id: string
  readonly text: string
}

function linesOf(doc: SearchDoc): readonly Line[] {
  return [...doc.title, ...doc.body.split('\n')]
    .flatMap((line) => line.split(/[，。？！；：、\s（）]+/u))
    .filter((text) => BRACKETED.test(text) && !LABEL.test(text) && text.length >= 4)
    .map((text) => ({ id: doc.id, text }))
}

describe("lines with an editor's brackets", () => {
  const dir = mkdtempSync(join(tmpdir(), 'shuxiang-brackets-'))
  const lines: Line[] = []
  let index: LocalIndex

  beforeAll(async () => {
    index = openLocalIndex(join(dir, 'search.db'))
    const docs: SearchDoc[] = [...poems(900)]
    for (const doc of poems(Infinity)) {
      if (!doc.id.startsWith('全唐诗')) break
      const bracketed = linesOf(doc)
      lines.push(...bracketed)
      if (bracketed.length > 0) docs.push(doc)
    }
    await index.put(docs)
  }, 240_000)
  afterAll(async () => {
    await index.close()
    rmSync(dir, { recursive: true })
  })

  it('are found by their words, as a quotation, and marked whole', { timeout: 120_000 }, () => {
    const counts = { asked: lines.length, byWords: 0, quoted: 0, marked: 0 }
    const missed: string[] = []
    for (const { id, text } of lines) {
      const plain = text.replace(/[[\]]/g, '')
      const found = (query: string): boolean =>
        index
          .search(requestOf(query, { size: 100 }), () => undefined)
          .hits.some((hit) => hit.id === id && hit.tier !== 'some')
      const words = found(plain)
      const quoted = found(`"${plain}"`)
      const runs = highlight(parseBox(plain), `甲乙。${text}。`, { maxLength: 100 })
      const marked = runs.some((run) => run.marked && run.text === text)
      if (words) counts.byWords++
      if (quoted) counts.quoted++
      if (marked) counts.marked++
      if (!words || !quoted || !marked) missed.push(text)
    }
    console.log(`bracketed lines: ${JSON.stringify(counts)}, missed: ${missed.join(' ')}`)
    expect(counts.asked).toBeGreaterThanOrEqual(99)
    expect(missed).toEqual([])
  })
})
