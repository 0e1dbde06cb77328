/** All blocks one below the other in one state, as a page that stands alone: to look at, and to be judged by axe. */
import { themeFiles } from '@shuxiang/themes/files'
import type { RenderContext } from '../contract.ts'
import { openPage } from '../page.ts'
import { blockSheets } from '../sheets.ts'
import { everyBlock } from './every-block.ts'
import { pageOf } from './fixture.ts'
import type { BlockState } from './fixture.ts'
import { context } from './pages.ts'

export interface GalleryOptions {
  readonly state: 'one' | 'many' | 'long'
  readonly locale: RenderContext['locale']
  readonly mode: 'light' | 'dark' | 'contrast'
  readonly large?: boolean
  /** Only these types. */
  readonly types?: readonly string[]
}

/** Every answer of the states that stand on the page; of two to one operation the first. */
function answersOf(
  states: readonly BlockState[],
  operation: string,
  variables: Readonly<Record<string, unknown>>,
) {
  const found = states.flatMap(({ answers = [] }) => answers).find((one) => one.operation.name === operation)
  return found?.data(variables) ?? null
}

/** The page as HTML text with its style sheet in it. */
export function galleryPage({ state, locale, mode, large = false, types }: GalleryOptions): string {
  const shown = everyBlock.filter(({ type }) => types?.includes(type.type) ?? true)
  const states = shown.map(({ fixtures }) => fixtures[state])
  const doc = pageOf(
    shown.map(({ type, fixtures }) => {
      const { fields, slots } = fixtures[state]
      return { type: type.type, fields, ...(slots ? { slots } : {}) }
    }),
  )
  const page = openPage(doc, { ...context, locale, path: '/gallery' })
  const answers = new Map(
    page.queries.map(({ key, operation, variables }) => [key, answersOf(states, operation, variables)]),
  )
  const css = themeFiles(undefined, blockSheets())
    .map(({ text }) => text)
    .join('\n')
  return `<!doctype html><html lang="${locale}" data-mode="${mode}"${large ? ' data-scale="large"' : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${state}</title><style>${css}</style></head>
<body><main id="main">${page.render(answers)}</main></body></html>`
}
