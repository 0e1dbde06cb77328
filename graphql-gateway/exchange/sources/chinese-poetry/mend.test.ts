import { describe, expect, it } from 'vitest'
import { chapterTitle, mendTitle, mendVerses, saidOnce } from './mend.ts'

const none = new Map<string, string>()

describe('titles', () => {
  it.each([
    ['涼州詞二首” 一', '涼州詞二首 一', 'title: stray quotation mark taken out'],
    ['靈隱寺”', '靈隱寺', 'title: stray quotation mark taken out'],
    ['贈雷殿直。', '贈雷殿直', 'title: punctuation at the end taken out'],
    ['太和 太和', '太和', 'title: said twice, said once'],
    ['□□□', '', 'title: only missing characters, named by its first words'],
    ['晚次（一作「歇」）湘源縣', '晚次湘源縣', 'title: editor’s note moved to the notes'],
    ['竹〖1〗', '竹', 'title: editor’s note moved to the notes'],
    [
      '送人詩（見《學海類編》唐賈島撰《二南密旨》，題曰皇甫曾',
      '送人詩',
      'title: editor’s note moved to the notes',
    ],
  ])('%s becomes %j, and it is told', (printed, title, mending) => {
    const mended = mendTitle(printed)
    expect(mended.title).toBe(title)
    expect(mended.mendings).toContain(mending)
  })

  it.each(['靜夜思', '□江舒公', '三字經（傳統版）', '「春」字韻', '長相思·其一'])(
    '%s stays as it is',
    (title) => {
      expect(mendTitle(title)).toEqual({ title, notes: [], mendings: [] })
    },
  )

  it('say a thing once', () => {
    expect(saidOnce('山中送別·送別')).toBe('山中送別')
    expect(saidOnce('卷一·送別')).toBe('卷一·送別')
  })

  it.each([
    ['山中送別', '送別 / 山中送別', '山中送別', ['送別']],
    ['春怨', '春怨 / 伊州歌', '春怨', ['伊州歌']],
    [
      '送崔九',
      '崔九欲往南山馬上口號與別 / 留別王維 / 送崔九',
      '送崔九',
      ['崔九欲往南山馬上口號與別', '留別王維'],
    ],
    ['雜詩', '雜詩三首·其二', '雜詩三首·其二', []],
    ['早發', undefined, '早發', []],
  ])('%s with %j is %s, its other names apart', (printed, names, title, others) => {
    expect(chapterTitle(printed, names)).toEqual({ title, others })
  })
})

describe('verses', () => {
  const mend = (...lines: string[]) => mendVerses(lines, none).text.map(({ kind, text }) => `${kind} ${text}`)

  it('lose the notes of editors, which follow them', () => {
    expect(mend('邏人（一作「叉」）橫鳥道，江祖出魚梁。')).toEqual([
      'verse 邏人橫鳥道，江祖出魚梁。',
      'note 邏人（一作「叉」）',
    ])
  })

  it('end where a note of several lines begins', () => {
    expect(mend('秋風起。', '（〖1〗校注云：見《珠英集》。', '今補入。）')).toEqual([
      'verse 秋風起。',
      'note （〖1〗校注云：見《珠英集》。今補入。）',
    ])
    expect(mend('秋風起。', '（〖1〗校注云。', '無尾。')).toEqual([
      'verse 秋風起。',
      'note （〖1〗校注云。無尾。',
    ])
  })

  it('keep what is sung', () => {
    expect(mend('菡萏香莲十顷陂（举棹），小姑贪戏采莲迟（年少）。')).toEqual([
      'verse 菡萏香莲十顷陂（举棹），小姑贪戏采莲迟（年少）。',
    ])
  })
})
