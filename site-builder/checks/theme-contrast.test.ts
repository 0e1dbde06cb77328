// What a librarian is told of a theme's contrast is what is proved of it.
import { palettePairs, siteThemes } from '@shuxiang/themes'
import { describe, expect, it } from 'vitest'
import { contrastOf, themeContrast } from './theme-contrast.ts'

describe.each(siteThemes)('$name', ({ name, palettes }) => {
  it('passes in every pair and mode, with the ratios that are proved', () => {
    const { pairs, failing } = themeContrast(name)
    expect(failing).toBe(0)
    for (const mode of ['light', 'dark', 'contrast'] as const)
      expect(pairs.map((pair) => [pair.text, pair.ground, pair.in[mode].ratio])).toEqual(
        palettePairs(mode, palettes[mode]).map(({ text, ground, ratio }) => [text, ground, ratio]),
      )
  })
})

it('too little is told, in the mode in which it is', () => {
  const [national] = siteThemes
  if (!national) throw new Error('There is no theme.')
  const { palettes } = national
  const pale = { ...palettes, dark: { ...palettes.dark, good: palettes.dark.paper } }
  const { pairs, failing } = contrastOf(pale)
  const wrong = pairs.filter((pair) => !pair.in.dark.passes)
  expect(wrong.map(({ text }) => text)).toEqual(['good', 'good', 'good'])
  expect(failing).toBe(3)
  expect(pairs.every((pair) => pair.in.light.passes && pair.in.contrast.passes)).toBe(true)
})
