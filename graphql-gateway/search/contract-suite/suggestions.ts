/** What is suggested while typing. */

import { expect, it } from 'vitest'
import type { Suite } from './suite.ts'

export function suggestionTests(suite: Suite): void {
  const texts = async (prefix: string): Promise<readonly string[]> =>
    (await suite.suggest(prefix, 5)).map((suggestion) => suggestion.text)

  it('completes Han in either script, pinyin and initials', async () => {
    for (const typed of ['靜夜', '静', 'jingye', 'jing y', 'jys', 'JYS']) {
      expect(await texts(typed), typed).toContain('靜夜思')
    }
    expect(await texts('libai')).toEqual(['李白'])
  })

  it('names the record when a title is of one record, and counts the others', async () => {
    expect(await suite.suggest('静夜', 5)).toEqual([
      { text: '靜夜思', kind: 'title', recordId: 'quiet-night', count: 1 },
    ])
    expect(await suite.suggest('春晓', 5)).toMatchObject([{ kind: 'title', recordId: null, count: 2 }])
    expect(await suite.suggest('杜', 5)).toEqual([
      { text: '杜甫', kind: 'creator', recordId: null, count: 1 },
    ])
  })

  it('forgets what was removed and keeps to the limit', async () => {
    await suite.engine.remove([{ id: 'quiet-night', rev: 2 }])
    expect(await texts('静夜')).toEqual([])
    expect((await suite.suggest('j', 1)).length).toBe(1)
    expect(await suite.suggest('。', 5)).toEqual([])
    expect(await suite.suggest('', 5)).toEqual([])
  })
}
