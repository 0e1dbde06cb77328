/** The colours of the theme can be read, in every mode; computed from its tokens (WCAG 2.2). */
import { coverPairs, modes, palettePairs } from '@shuxiang/themes'
import { words, type Words } from '@shuxiang/vocabulary'
import type { Rule } from '../finding.ts'

const modeWords: Readonly<Record<(typeof modes)[number] | 'cover', Words>> = {
  light: words('浅色', 'light'),
  dark: words('深色', 'dark'),
  contrast: words('高对比', 'high contrast'),
  cover: words('封面', 'covers'),
}

export const contrast: Rule = {
  name: 'contrast',
  find: ({ facts: { theme } }) =>
    [...modes.flatMap((mode) => palettePairs(mode, theme.palettes[mode])), ...coverPairs(theme.cover)]
      .filter(({ ratio, least }) => ratio < least)
      .map(({ mode, text, ground, ratio, least }) => ({
        severity: 'blocks',
        page: null,
        words: words(
          `主题“${theme.name}”的${modeWords[mode]['zh-CN']}模式里，${text} 在 ${ground} 上的对比度只有 ${ratio.toFixed(2)}，至少要 ${least}。请把文字颜色调深一些，或换一个主题。`,
          `In the theme “${theme.name}”, ${modeWords[mode].en}, ${text} on ${ground} has a contrast of ${ratio.toFixed(2)}; it needs ${least}. Make the text darker, or take another theme.`,
        ),
      })),
}
