/** Writes the Chinese texts of a page in the script that its reader wants. */
import type { ScriptWish } from '@shuxiang/sdk/contract'
import { NO_TEXT, OWN_SCRIPT, SOURCE_LANGUAGE, hasHan, languageIn, rewriterOf } from '@shuxiang/sdk/script'
import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes, type Token } from 'parse5'

/** A text of a page that is in the other script. */
interface Text {
  /** As it is in the source, its references resolved. */
  readonly source: string
  readonly at: Token.Location
  readonly owner: Owner
}

/** The element that says in which language a text is. */
interface Owner {
  readonly language: string
  /** Of its attribute in the source. */
  readonly at: Token.Location
}

/** A page with texts that can be rewritten. */
export interface RewritablePage {
  /** Texts as they are in the source, in their order. */
  readonly sources: readonly string[]
  /** By words of the graph that tell of these texts at least. */
  write(words: string): WrittenPage
}

export interface WrittenPage {
  readonly html: string
  /** What stood in each text before, in their order. */
  readonly sources: readonly string[]
}

/** Of a fragment, or of the `<main>` of a whole document; null where there is nothing to be rewritten. */
export function rewritablePage(html: string, wish: ScriptWish): RewritablePage | null {
  const root = /^<!doctype/i.test(html) ? mainOf(parse(html, WITH_PLACES)) : parseFragment(html, WITH_PLACES)
  const texts: Text[] = []
  if (root) collect(root, null, wish, texts)
  if (texts.length === 0) return null
  const sources = texts.map(({ source }) => source)
  return {
    sources,
    write(words) {
      const rewrite = rewriterOf(words)
      const edits = [
        ...texts.map(({ at }) => ({ at, text: rewrite(html.slice(at.startOffset, at.endOffset)) })),
        ...[...new Set(texts.map(({ owner }) => owner))].map(({ at, language }) => ({
          at,
          text: `lang="${languageIn(language, wish)}" ${SOURCE_LANGUAGE}="${language}"`,
        })),
      ].toSorted((a, b) => a.at.startOffset - b.at.startOffset)
      let written = ''
      let from = 0
      for (const { at, text } of edits) {
        written += html.slice(from, at.startOffset) + text
        from = at.endOffset
      }
      return { html: written + html.slice(from), sources }
    },
  }
}

const WITH_PLACES = { sourceCodeLocationInfo: true }

type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode

function mainOf(node: Parent): Parent | null {
  for (const child of node.childNodes) {
    if (!defaultTreeAdapter.isElementNode(child)) continue
    const main = child.tagName === 'main' ? child : mainOf(child)
    if (main) return main
  }
  return null
}

/** As the selector `NOT_REWRITTEN` says it. */
const isLeft = ({ tagName, attrs }: DefaultTreeAdapterTypes.Element): boolean =>
  NO_TEXT.includes(tagName) ||
  attrs.some(({ name, value }) => name === OWN_SCRIPT || (name === 'role' && value === 'listbox'))

function collect(parent: Parent, owner: Owner | null, wish: ScriptWish, found: Text[]): void {
  for (const child of parent.childNodes as Node[]) {
    if (defaultTreeAdapter.isTextNode(child)) {
      const at = child.sourceCodeLocation
      if (owner && at && hasHan(child.value)) found.push({ source: child.value, at, owner })
    } else if (defaultTreeAdapter.isElementNode(child)) {
      if (isLeft(child)) continue
      collect(child, ownerAt(child, wish, owner), wish, found)
    }
  }
}

/** Of the texts directly in an element. */
function ownerAt(
  { attrs, sourceCodeLocation }: DefaultTreeAdapterTypes.Element,
  wish: ScriptWish,
  around: Owner | null,
): Owner | null {
  const language = attrs.find(({ name }) => name === 'lang')?.value
  if (language === undefined) return around
  const at = sourceCodeLocation?.attrs?.['lang']
  return at && languageIn(language, wish) !== null ? { language, at } : null
}
