import { assert, integer, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight } from './highlight.ts'
import { parseBox } from './parse-box.ts'

/** Runs with the marked ones in brackets. */
function shown(query: string, text: string, maxLength = 1_000, field?: 'title' | 'creator'): string {
  const runs = highlight(parseBox(query), text, { maxLength, ...(field ? { field } : {}) })
  return runs.map((run) => (run.marked ? `[${run.text}]` : run.text)).join('')
}

describe('highlighting', () => {
  it('marks the text as it is written, whatever was typed', () => {
    expect(shown('静夜', '靜夜思')).toBe('[靜夜]思')
    expect(shown('ｃａｆｅ', 'Un Café, des cafés')).toBe('Un [Café], des cafés')
    expect(shown('한국', '한국어')).toBe('[한국]어')
    expect(shown('𠮷野', 'x𠮷野家')).toBe('x[𠮷野]家')
  })

  it('marks the glyph that stands in the text', () => {
    expect(shown('剑外忽传', '劒外忽傳收薊北')).toBe('[劒外忽傳]收薊北')
    expect(shown('归鴈', '北望歸雁入胡天')).toBe('北望[歸雁]入胡天')
    // 𣲝 is two UTF-16 units long.
    expect(shown('冰河', '𣲝河入夢')).toBe('[𣲝河]入夢')
  })

  it('marks a quotation across the comma as one, and nothing else', () => {
    const text = '黄河远上。白日依山尽，黄河入海流。'
    expect(shown('"白日依山尽黄河入海流"', text)).toBe('黄河远上。[白日依山尽，黄河入海流]。')
    expect(shown('"白日依山尽 / 黄河入海流"', text)).toBe('黄河远上。[白日依山尽，黄河入海流]。')
    expect(shown('"依山黄河"', text)).toBe('[黄河]远上。白日[依山]尽，[黄河]入海流。')
  })

  it('marks what was typed without the marks between verses as one, too', () => {
    expect(shown('鹅鹅鹅', '鵝，鵝，鵝，曲項向天歌')).toBe('[鵝，鵝，鵝]，曲項向天歌')
    expect(shown('三人行必有我师', '三人行，必有我師焉。')).toBe('[三人行，必有我師]焉。')
    expect(shown('三人行', '三人，行')).toBe('[三人]，行')
  })

  it("marks an editor's bracket with the character inside it", () => {
    expect(shown('出上兰', '紫禁朱櫻出上[蘭]。')).toBe('紫禁朱櫻[出上[蘭]]。')
    expect(shown('"朱樱出上兰"', '紫禁朱櫻出上[蘭]。')).toBe('紫禁[朱櫻出上[蘭]]。')
    expect(shown('兰殿', '上[蘭]殿前')).toBe('上[[蘭]殿]前')
  })

  it('marks what is joined as one', () => {
    expect(shown('明月 月光', '看明月光明')).toBe('看[明月光]明')
  })

  it('marks the pairs of a word that is nowhere whole', () => {
    expect(shown('李白静夜思', '静夜思，李白作')).toBe('[静夜思]，[李白]作')
  })

  it('does not mark what was excluded, nor words asked for elsewhere', () => {
    expect(shown('登高 -杜甫', '杜甫登高')).toBe('杜甫[登高]')
    expect(shown('author:李白 静夜', '李白静夜思', 99, 'title')).toBe('李白[静夜]思')
  })

  it('marks whole Latin words, or their beginning when open', () => {
    expect(shown('art', 'art start arts')).toBe('[art] start arts')
    expect(shown('art*', 'art start arts')).toBe('[art] start [art]s')
  })

  it('cuts a long text to where most different words are', () => {
    const text = `${'云。'.repeat(200)}明月几时有，把酒问青天。${'雨。'.repeat(200)}明月。`
    const cut = shown('明月 青天', text, 30)
    expect(cut).toContain('[明月]')
    expect(cut).toContain('[青天]')
    expect(cut.replace(/[[\]]/g, '').length).toBeLessThanOrEqual(30)
    expect(text).toContain(cut.replace(/[[\]]/g, ''))
  })

  it('begins at a sentence when one begins near', () => {
    const text = `${'甲'.repeat(50)}。床前明月光，疑是地上霜。${'乙'.repeat(50)}`
    expect(shown('月光', text, 24)).toMatch(/^床前/)
  })

  it('has the first found word near the beginning of a piece for a small screen', () => {
    const cut = (query: string, text: string): string =>
      highlight(parseBox(query), text, { maxLength: 40, mostBefore: 8 })
        .map((run) => (run.marked ? `[${run.text}]` : run.text))
        .join('')
    const poem = '床前明月光，疑是地上霜。举头望明月，低头思故乡。'
    expect(cut('低头', poem)).toBe('举头望明月，[低头]思故乡。')
    expect(cut('地上霜', poem)).toBe('床前明月光，疑是[地上霜]。举头望明月，低头思故乡。')
    expect(cut('明月', `${'云'.repeat(30)}明月${'雨'.repeat(60)}`)).toBe(
      `${'云'.repeat(8)}[明月]${'雨'.repeat(30)}`,
    )
    expect(cut('海', poem)).toBe(poem)
  })

  it('shows the beginning when nothing is found', () => {
    expect(shown('青天', '甲'.repeat(100), 10)).toBe('甲'.repeat(10))
    expect(highlight(parseBox('x'), '', { maxLength: 10 })).toEqual([])
  })

  it('gives a piece of the text for any text and query', { timeout: 30_000 }, () => {
    const words = string({ unit: 'binary', maxLength: 60 })
    assert(
      property(words, words, integer({ min: 1, max: 40 }), (text, query, maxLength) => {
        const piece = highlight(parseBox(query), text, { maxLength })
          .map((run) => run.text)
          .join('')
        expect(text.includes(piece)).toBe(true)
        expect(piece.length).toBeLessThanOrEqual(Math.max(maxLength, 2))
      }),
    )
  })

  it('is quick on text made to be slow', () => {
    const started = process.cpuUsage()
    highlight(parseBox(`${'一'.repeat(60)} `.repeat(32)), '一'.repeat(100_000), { maxLength: 200 })
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000)
  })
})
