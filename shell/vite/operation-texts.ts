/** Leaves the texts of trusted documents out of a release: the gateway knows them by id, and no reader loads them. */
import type { Plugin } from 'vite'

/** As the generated module writes it: a property and one string, whichever quotes the formatter chose. */
const TEXT = /(\btext:\s*)(["'])((?:\\.|(?!\2)[^\\])*)\2/g

/** Of what every page carries, and of what comes later. */
const GENERATED = /\/operations(-later)?\.generated\.ts$/

/** The source with each text cut to its first word, which still tells a change from a question. */
export function withoutTexts(source: string): string {
  return source.replace(
    TEXT,
    (_whole, before: string, quote: string, text: string) =>
      `${before}${quote}${/^\w*/.exec(text)?.[0] ?? ''}${quote}`,
  )
}

/** For builds for browsers; the module of operations is recognised by its generated name. */
export function operationTexts(): Plugin {
  return {
    name: 'shuxiang:operation-texts',
    enforce: 'pre',
    transform: (code, id) => (GENERATED.test(id) ? withoutTexts(code) : null),
  }
}
