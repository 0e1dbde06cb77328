/** Themes of branch sites are proved like the national one, and change nothing that is everybody's. */
import { describe, expect, it } from 'vitest'
import { branchTheme, branchThemes, siteThemes } from './branch.ts'
import { compileTheme } from './compile.ts'
import { nationalTheme } from './national.ts'
import { roles } from './theme.ts'

const own = ['accent', 'accent-ink', 'accent-soft', 'seal', 'seal-bg', 'seal-ink', 'seal-soft']

describe.each(branchThemes)('$name', (declared) => {
  const theme = branchTheme(declared)
  it('can be read in every mode', () => {
    const { report } = compileTheme(theme)
    expect(report.closest.ratio).toBeGreaterThanOrEqual(report.closest.least)
  })
  it('leaves ink, marks, focus, high contrast and the scale as they are', () => {
    for (const mode of ['light', 'dark'] as const)
      for (const role of roles)
        if (!own.includes(role)) expect(theme.palettes[mode][role]).toBe(nationalTheme.palettes[mode][role])
    expect(theme.palettes.contrast).toEqual(nationalTheme.palettes.contrast)
    expect([theme.type, theme.tap, theme.faces]).toEqual([
      nationalTheme.type,
      nationalTheme.tap,
      nationalTheme.faces,
    ])
  })
})

it('no two themes have one name, and there are six beside the national one', () => {
  expect(new Set(siteThemes.map(({ name }) => name)).size).toBe(7)
})
