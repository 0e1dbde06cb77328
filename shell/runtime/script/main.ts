/**
 * Writes the Chinese texts of a page in the script that its reader wants, and what comes to it later: every text in an
 * element that says `lang="…-Hant"`, or `-Hans`. Fetched only by those who want one.
 */
import type { ScriptWish } from '@shuxiang/sdk/contract'
import {
  NOT_REWRITTEN,
  SOURCE_LANGUAGE,
  askedParts,
  hasHan,
  languageIn,
  rewriterOf,
  type Rewrite,
} from '@shuxiang/sdk/script'
import type { PageSettings } from '../page-settings.ts'

/** Writes one page, for as long as it is open. */
export interface ScriptWriter {
  /** From now on in this script. */
  want(wish: ScriptWish): void
  /** Until the next wish nothing is followed: a long text is about to be drawn anew. */
  pause(): void
  /** Run what compares the content of an element with what it draws: it finds what was drawn. */
  takeOver(element: HTMLElement, hydrate: () => void): void
}

export interface ScriptWriterOptions {
  readonly window: Window & typeof globalThis
  /** In which script the server wrote the page, and what it wrote; null: nothing. */
  readonly wish: ScriptWish
  readonly served: PageSettings['script']
  /** Words of the graph for texts, a line each; others in tests. Rejects when they cannot be had. */
  readonly words?: (text: string, wish: ScriptWish) => Promise<string>
}

async function askedWords(text: string, wish: ScriptWish): Promise<string> {
  const answer = await fetch(`/_script?to=${wish}`, { method: 'POST', body: text })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.text()
}

/** A text as it was drawn, and as it stands. */
interface Written {
  readonly source: string
  readonly now: string
}

interface Found {
  readonly node: Text
  readonly owner: HTMLElement
  readonly language: string
}

/** Texts whose words are kept: some hundred lists. */
const MOST_KNOWN = 5_000

export function createScriptWriter({
  window,
  wish: begun,
  served,
  words = askedWords,
}: ScriptWriterOptions): ScriptWriter {
  const { document } = window
  const main = document.getElementById('main') ?? document.body
  const observer = new window.MutationObserver((records) => follow(records))
  const written = new WeakMap<Text, Written>()
  let wish: ScriptWish = begun
  /** Texts of which all words are known. */
  let known = new Set<string>()
  let rewrite: Rewrite = (text) => text
  let told = ''

  function learn(texts: Iterable<string>, more: string): void {
    for (const text of texts) known.add(text)
    if (more === '') return
    told = told === '' ? more : `${told} ${more}`
    rewrite = rewriterOf(told)
  }

  function forget(): void {
    known = new Set()
    told = ''
    rewrite = (text) => text
  }

  /** What writes its texts itself may have thousands, and is passed over whole. */
  const passOver = (node: Node): number =>
    node instanceof window.Text
      ? window.NodeFilter.FILTER_ACCEPT
      : node instanceof window.Element && node.matches(NOT_REWRITTEN)
        ? window.NodeFilter.FILTER_REJECT
        : window.NodeFilter.FILTER_SKIP

  /** Texts in an element, or the one, in their order. */
  function* textsIn(root: Node): Generator<Text> {
    const { SHOW_TEXT, SHOW_ELEMENT } = window.NodeFilter
    const walker = document.createTreeWalker(root, SHOW_TEXT | SHOW_ELEMENT, passOver)
    for (let node = root instanceof window.Text ? root : walker.nextNode(); node; node = walker.nextNode())
      if (node instanceof window.Text && hasHan(node.data)) yield node
  }

  /** Who says the language of a text; null where it is not to be written. */
  function ownerOf(node: Text): HTMLElement | null {
    const parent = node.parentElement
    const owner = parent?.closest<HTMLElement>('[lang]') ?? null
    if (!parent || !owner || !main.contains(owner) || parent.closest(NOT_REWRITTEN)) return null
    return owner
  }

  function found(node: Text): Found | null {
    const owner = ownerOf(node)
    if (owner === null || written.get(node)?.now === node.data) return null
    const language = owner.getAttribute(SOURCE_LANGUAGE) ?? owner.lang
    return languageIn(language, wish) === null ? null : { node, owner, language }
  }

  /** Whatever is changed meanwhile is ours; what others changed before is followed after it. */
  function change(act: () => void): void {
    const before = observer.takeRecords()
    act()
    observer.takeRecords()
    if (before.length > 0) follow(before)
  }

  function write(texts: readonly Found[]): void {
    for (const { node, owner, language } of texts) {
      const source = node.data
      const now = rewrite(source)
      written.set(node, { source, now })
      if (now !== source) node.data = now
      owner.setAttribute(SOURCE_LANGUAGE, language)
      owner.lang = languageIn(language, wish) ?? language
    }
  }

  /** What is known at once, the rest when its words are. */
  function sweep(roots: Iterable<Node>): void {
    const texts: Found[] = []
    for (const root of roots) {
      for (const node of textsIn(root)) {
        const one = found(node)
        if (one) texts.push(one)
      }
    }
    const later = texts.filter(({ node }) => !known.has(node.data))
    change(() => write(texts.filter(({ node }) => known.has(node.data))))
    if (later.length > 0) void ask(later.map(({ node }) => node))
  }

  async function ask(nodes: readonly Text[]): Promise<void> {
    const wanted = wish
    if (known.size > MOST_KNOWN) forget()
    const texts = nodes.map(({ data }) => data)
    for (const part of askedParts(texts)) {
      const more = await words(part, wanted).catch(() => null)
      // Left as it is: what is asked next is asked with it, if it still stands.
      if (more === null) return
      if (wanted !== wish) return
      const lines = new Set(part.split('\n'))
      learn(
        texts.filter((text) => lines.has(text.replaceAll('\n', ' '))),
        more,
      )
    }
    change(() =>
      write(nodes.flatMap((node) => (node.isConnected && known.has(node.data) ? (found(node) ?? []) : []))),
    )
  }

  function follow(records: readonly MutationRecord[]): void {
    const roots = new Set<Node>()
    for (const { type, target, addedNodes } of records) {
      const within = target instanceof window.Element ? target : target.parentElement
      if (within?.closest(NOT_REWRITTEN)) continue
      // Whoever draws it says another language.
      if (type === 'attributes' && target instanceof window.HTMLElement)
        target.removeAttribute(SOURCE_LANGUAGE)
      if (type === 'childList') for (const node of addedNodes) roots.add(node)
      else roots.add(target)
    }
    sweep([...roots].filter((node) => main.contains(node)))
  }

  /** As it was drawn. False where nobody knows any more how that was. */
  function restore(root: HTMLElement): boolean {
    let whole = true
    const owners = [...root.querySelectorAll<HTMLElement>(`[${SOURCE_LANGUAGE}]`)]
    for (const owner of owners) {
      for (const node of textsIn(owner)) {
        if (ownerOf(node) !== owner) continue
        const one = written.get(node)
        if (one?.now === node.data) node.data = one.source
        else if (!one) whole = false
        written.delete(node)
      }
    }
    for (const owner of owners) {
      owner.lang = owner.getAttribute(SOURCE_LANGUAGE) ?? owner.lang
      owner.removeAttribute(SOURCE_LANGUAGE)
    }
    return whole
  }

  function observe(): void {
    observer.observe(main, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['lang'],
    })
  }

  /** The server tells what stood there, text by text. */
  function takeServed(): void {
    if (served === null) return
    const nodes = [...textsIn(main)].filter((node) => ownerOf(node)?.hasAttribute(SOURCE_LANGUAGE))
    if (nodes.length !== served.sources.length) return
    nodes.forEach((node, i) => written.set(node, { source: served.sources[i] ?? '', now: node.data }))
    learn(served.sources, served.words)
  }

  takeServed()
  if (wish !== 'source') {
    observe()
    sweep([main])
  }
  return {
    pause: () => observer.disconnect(),
    want(next) {
      if (next === wish) return
      observer.disconnect()
      const whole = restore(main)
      wish = next
      forget()
      if (!whole) return document.location.reload()
      if (wish === 'source') return
      observe()
      sweep([main])
    },
    takeOver(element, hydrate) {
      change(() => void restore(element))
      hydrate()
      sweep([element])
    },
  }
}
