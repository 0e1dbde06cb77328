/** Keeps the style sheets of a microfrontend at home: own layer, own prefix, own keyframes. */
import type { AtRule, Plugin, Root, Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'

type Selector = selectorParser.Selector
type Node = selectorParser.Node

const PAGE_ROOTS = new Set(['html', 'body', ':root'])

/**
 * Every rule goes into `@layer mfe` below `:where([data-mfe="name"])`, which adds no specificity; `html`, `body` and
 * `:root` mean the microfrontend's own root, unless qualified (`html[data-mode=dark] .x`), when they stay in front of
 * the prefix; keyframes are renamed. Prefixed sheets need never be removed from the page. A selector made of elements
 * alone is refused outside of scoped blocks: it would style whatever a slot brings. `:deep()` ends where a guest begins.
 * @throws CssSyntaxError naming file, line and selector.
 */
export function cssScope(name: string): Plugin {
  return {
    postcssPlugin: 'shuxiang-css-scope',
    OnceExit(root, { AtRule: AtRuleNode }) {
      // The build runs a sheet through once for every importer; the mark keeps a second pass from nesting.
      if (root.nodes.length === 0 || isScoped(root)) return
      // Vue ties the selectors of a scoped block to its component only after this.
      const scoped = /[?&]scoped=/.test(root.source?.input.file ?? '')
      renameKeyframes(root, name)
      root.walkRules((rule) => {
        if (insideRule(rule) || insideKeyframes(rule)) return
        rule.selector = prefixSelectors(rule, name, scoped)
      })
      const layer = new AtRuleNode({ name: 'layer', params: 'mfe' })
      const stay = root.nodes.filter((node) => node.type === 'atrule' && /^(charset|import)$/.test(node.name))
      for (const node of stay) {
        if (node.type === 'atrule' && node.name === 'import') {
          throw node.error(
            '@import would escape the layer of the microfrontend: import the sheet from its module',
          )
        }
      }
      layer.append(root.nodes.filter((node) => !stay.includes(node)))
      root.append(layer)
    },
  }
}

function isScoped(root: Root): boolean {
  const only = root.nodes.length === 1 ? root.nodes[0] : undefined
  return only?.type === 'atrule' && only.name === 'layer' && only.params === 'mfe'
}

function insideRule(rule: Rule): boolean {
  for (let up = rule.parent; up && up.type !== 'root'; up = up.parent as Rule['parent']) {
    if (up.type === 'rule') return true
  }
  return false
}

function insideKeyframes(rule: Rule): boolean {
  const up = rule.parent
  return up?.type === 'atrule' && /keyframes$/i.test((up as AtRule).name)
}

function renameKeyframes(root: Root, name: string): void {
  const renamed = new Map<string, string>()
  root.walkAtRules(/keyframes$/i, (rule) => {
    const own = `${name}--${rule.params}`
    renamed.set(rule.params, own)
    rule.params = own
  })
  if (renamed.size === 0) return
  root.walkDecls(/^(-webkit-)?animation(-name)?$/i, (declaration) => {
    declaration.value = declaration.value.replace(/[\w-]+/g, (word) => renamed.get(word) ?? word)
  })
}

function prefixSelectors(rule: Rule, name: string, scoped: boolean): string {
  return selectorParser((list) => {
    list.each((selector) => {
      if (/:global\b/.test(String(selector))) {
        throw rule.error(':global() would escape the microfrontend: style your own elements only')
      }
      if (!scoped && isElementsOnly(selector)) {
        throw rule.error(
          `"${String(selector).trim()}" names elements only and would style what a slot brings: give it a class, or put it in a scoped block`,
          { word: String(selector).trim() },
        )
      }
      prefix(selector, name)
      if (scoped && /:deep\(/.test(String(selector))) spareGuests(selector, name)
    })
  }).processSync(rule.selector)
}

function prefix(selector: Selector, name: string): void {
  const own = selectorParser.pseudo({
    value: ':where',
    nodes: [selectorParser.selector({ value: '', nodes: [ownAttribute(name)] })],
  })
  const gap = (): Node => selectorParser.combinator({ value: ' ' })
  const first = firstCompound(selector)
  const pageRoot = first.find((node) => PAGE_ROOTS.has(node.toString().trim()))
  const lead = selector.first
  if (lead) lead.spaces.before = ''
  if (!pageRoot) {
    selector.prepend(gap())
    selector.prepend(own)
    return
  }
  if (first.length === 1) {
    pageRoot.replaceWith(own)
    return
  }
  const last = first.at(-1)
  if (!last) return
  selector.insertAfter(last, own)
  selector.insertAfter(last, gap())
}

/**
 * `:deep()` reaches into components of the microfrontend, and would reach into what others add in the slots between
 * them: whatever stands inside of another root is spared. Without weight of its own.
 */
function spareGuests(selector: Selector, name: string): void {
  const foreign = `[data-mfe="${name}"] [data-mfe]:not([data-mfe="${name}"])`
  const spared = selectorParser().astSync(`:not(:where(${foreign}, ${foreign} *))`).first.first
  const last = selector.last
  const end = selectorParser.isPseudoElement(last) ? last : null
  if (end === null) selector.append(spared)
  else selector.insertBefore(end, spared)
}

function ownAttribute(name: string): selectorParser.Attribute {
  return selectorParser.attribute({
    attribute: 'data-mfe',
    operator: '=',
    value: name,
    quoteMark: '"',
    raws: {},
  })
}

function firstCompound(selector: Selector): Node[] {
  const end = selector.nodes.findIndex((node) => node.type === 'combinator')
  return end < 0 ? [...selector.nodes] : selector.nodes.slice(0, end)
}

/** Classes, ids and attributes anywhere (also inside of :is and :where) tie a selector to the microfrontend. */
function isElementsOnly(selector: Selector): boolean {
  if (firstCompound(selector).some((node) => PAGE_ROOTS.has(node.toString().trim()))) {
    return selector.nodes.length > 1 && !tied(selector)
  }
  return !tied(selector)
}

function tied(selector: Selector): boolean {
  let found = false
  selector.walk((node) => {
    if (node.type === 'class' || node.type === 'id' || node.type === 'attribute') found = true
  })
  return found
}
