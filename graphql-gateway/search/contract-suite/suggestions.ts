/** What is suggested while typing. */

import { expect, it } from 'vitest'
import type { Suite } from './suite.ts'
import { WORKS } from './works.ts'

export function suggestionTests(suite: Suite): void {
  const texts = async (prefix: string): Promise<readonly string[]> =>
    (await suite.suggest(prefix, 5)).map((suggestion) => suggestion.text)

  it('completes Han in either script, pinyin and initials', async () => {
    for (const typed of ['靜夜', '静', 'jingye', 'jing y', 'jys', 'JYS']) {
      expect(await texts(typed), typed).toContain('靜夜思')
    }
    expect(await texts('libai')).toEqual(['李白'])
  })

  it('finds and suggests works by other names of who made them', async () => {
    const poem = WORKS.filter(({ id }) => id === 'quiet-night')
    await suite.engine.index(poem.map((doc) => ({ ...doc, rev: 2, otherNames: ['青莲居士', '李翰林'] })))
    await suite.engine.refresh()
    for (const query of ['青蓮居士', '李翰林', 'qinglianjushi'])
      expect(await suite.ids(query), query).toEqual(['quiet-night'])
    expect(await texts('青莲')).toEqual(['青莲居士'])
    expect(await texts('lihan')).toEqual(['李翰林'])
  })

  it('knows lines as other texts of the work have them, and names only who made it first', async () => {
    const poem = WORKS.filter(({ id }) => id === 'quiet-night')
    const lines = [
      { n: 1, text: '牀前看月光，疑是地上霜。' },
      { n: 2, text: '疑是地上霜。' },
      { n: 1, text: '床前明月光，疑是地上霜。', witness: 2 },
      { n: 2, text: '疑是地上霜。', witness: 2 },
    ]
    const otherNames = ['青莲居士']
    await suite.engine.index(poem.map((doc) => ({ ...doc, rev: 2, prior: 100, lines, otherNames })))
    await suite.engine.refresh()
    const line = async (prefix: string): Promise<unknown> =>
      (await suite.suggest(prefix, 5)).filter(({ kind }) => kind === 'line').map(({ of }) => of)
    const of = { title: '靜夜思', creator: ['李白'] }
    expect(await line('床前')).toEqual([
      { ...of, n: 1, witness: 2 },
      { ...of, n: 1 },
    ])
    expect(await line('床前明')).toEqual([{ ...of, n: 1, witness: 2 }])
    expect(await line('chuangqianmingyue')).toEqual([{ ...of, n: 1, witness: 2 }])
    expect(await line('疑是地')).toEqual([{ ...of, n: 2 }])
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
