// Projections of find and $project: inclusion, exclusion, computed fields, $slice and $elemMatch.
import { compileExpression } from './expression.ts'
import type { Bindings, Environment } from './environment.ts'
import { fail } from '../bson/errors.ts'
import type { Evaluate, Frame } from './expressions/operator.ts'
import { elemMatch, type Match } from './filter.ts'
import { checkFieldPath, pathOf } from './paths.ts'
import { type Document, isDocument, isNumeric, toDouble, toWhole, type Value } from '../bson/values.ts'

/** A field of the projection: kept, dropped, computed, or a tree of those. */
type Node =
  | Tree
  | { readonly kind: 'keep' | 'drop' }
  | { readonly kind: 'compute'; readonly evaluate: Evaluate }
  | { readonly kind: 'narrow'; readonly narrow: Narrow; readonly last: boolean }

interface Tree {
  readonly kind: 'tree'
  readonly fields: Map<string, Node>
}

/** A change of an array of a find projection. */
type Narrow = (value: Value | undefined) => Value | undefined

/** Projects a document; the answer shares parts with it. */
export type Projection = (document: Document, bindings?: Bindings) => Document

const isTree = (node: Node | undefined): node is Tree => node?.kind === 'tree'

/** Compiles the specification of `$project`. */
export function compileProject(spec: Document, env: Environment, names?: ReadonlySet<string>): Projection {
  if (spec.size === 0) fail(51272, 'projection specification must have at least one field')
  return new Builder(env, names, false).build(spec)
}

/** Compiles a find projection; an empty one keeps everything. */
export function compileProjection(spec: Document, env: Environment): Projection {
  if (spec.size === 0) return (document) => document
  return new Builder(env, undefined, true).build(spec)
}

class Builder {
  private including = false
  private excluding = false
  private slicing = false
  private matching = false
  private readonly root: Tree = { kind: 'tree', fields: new Map() }
  private readonly env: Environment
  private readonly names: ReadonlySet<string> | undefined
  private readonly find: boolean

  constructor(env: Environment, names: ReadonlySet<string> | undefined, find: boolean) {
    this.env = env
    this.names = names
    this.find = find
  }

  build(spec: Document): Projection {
    let id: boolean | undefined
    for (const [key, value] of spec) {
      if (key === '_id' && (typeof value === 'boolean' || isNumeric(value))) {
        id = typeof value === 'boolean' ? value : toDouble(value) !== 0
      } else this.field(key, value, this.root, key)
    }
    const include =
      this.including || (!this.excluding && (this.slicing ? id === true : this.matching || id !== false))
    if (include) {
      if (id !== false && !this.root.fields.has('_id')) this.root.fields.set('_id', { kind: 'keep' })
    } else if (id === false) this.root.fields.set('_id', { kind: 'drop' })
    const { root } = this
    return (document, bindings) => apply(document, root, include, { root: document, bindings })
  }

  private field(path: string, value: Value, root: Tree, full: string): void {
    if (this.find && path.endsWith('.$'))
      fail(115, `The positional projection ${full} is not supported by the embedded store; use $elemMatch`)
    checkPath(path)
    const node = this.node(value, full)
    if (node.kind === 'tree' && node.fields.size === 0)
      fail(51270, `An empty sub-projection is not a valid value. Found empty object at path ${full}`)
    put(root, path, node, full)
  }

  private node(value: Value, full: string): Node {
    if (typeof value === 'boolean' || isNumeric(value)) {
      const keep = typeof value === 'boolean' ? value : toDouble(value) !== 0
      this.note(keep, full)
      return { kind: keep ? 'keep' : 'drop' }
    }
    if (isDocument(value)) {
      const [first] = value.keys()
      if (first === undefined) return { kind: 'tree', fields: new Map() }
      if (!first.startsWith('$')) return this.subTree(value, full)
      const narrow = this.find ? this.narrow(first, value, full) : undefined
      if (narrow) return { kind: 'narrow', narrow, last: first === '$elemMatch' }
    }
    this.note(true, full)
    return { kind: 'compute', evaluate: compileExpression(value, this.env, this.names).evaluate }
  }

  private subTree(value: Document, full: string): Tree {
    const tree: Tree = { kind: 'tree', fields: new Map() }
    for (const [key, inner] of value) this.field(key, inner, tree, `${full}.${key}`)
    return tree
  }

  private note(keep: boolean, full: string): void {
    if (keep && this.excluding) fail(31253, `Cannot do inclusion on field ${full} in exclusion projection`)
    if (!keep && this.including) fail(31254, `Cannot do exclusion on field ${full} in inclusion projection`)
    if (keep) this.including = true
    else this.excluding = true
  }

  private narrow(operator: string, value: Document, full: string): Narrow | undefined {
    if (operator === '$slice') return this.slice(value.get('$slice') ?? null)
    if (operator === '$elemMatch') {
      if (full.includes('.')) fail(2, `Cannot use $elemMatch projection on a nested field: ${full}`)
      this.matching = true
      const test = elemMatch(value.get('$elemMatch') ?? null, this.env, this.names)
      return (array) => {
        const match: Match = {}
        if (!Array.isArray(array) || !test(array, match, undefined)) return undefined
        return [array[match.position ?? 0] ?? null]
      }
    }
    if (operator === '$meta') fail(115, '$meta is not supported by the embedded store')
    return undefined
  }

  /** `$slice: n` or `[skip, n]` of a find projection; anything else is the expression `$slice`. */
  private slice(operand: Value): Narrow | undefined {
    if (Array.isArray(operand)) {
      if (
        operand.length === 3 ||
        isDocument(operand[0]) ||
        typeof operand[0] === 'string' ||
        Array.isArray(operand[0])
      )
        return undefined
      if (operand.length !== 2)
        fail(
          28667,
          `Invalid $slice syntax. The given syntax { $slice: ${operand.length} values } did not match the find() syntax`,
        )
      const [skip, limit] = operand.map(wholeOf)
      if (skip === undefined || limit === undefined) return fail(28724, '$slice numbers must be numeric')
      if (!(limit > 0)) fail(28724, `First argument to $slice must be positive: limit ${limit}`)
      this.slicing = true
      return (value) => {
        if (!Array.isArray(value)) return value
        const from = skip < 0 ? Math.max(0, value.length + skip) : skip
        return value.slice(from, from + limit)
      }
    }
    const count = wholeOf(operand)
    if (count === undefined)
      return fail(28667, 'Invalid $slice syntax: the operand must be a number or an array')
    this.slicing = true
    return (value) => (!Array.isArray(value) ? value : count < 0 ? value.slice(count) : value.slice(0, count))
  }
}

const wholeOf = (value: Value): number | undefined =>
  isNumeric(value) ? (toWhole(value) ?? (Math.trunc(toDouble(value)) || 0)) : undefined

function checkPath(path: string): void {
  if (path.startsWith('$'))
    fail(
      16410,
      `FieldPath field names may not start with '$'. Consider using $getField or $setField: ${path}`,
    )
  checkFieldPath(path)
}

function put(root: Tree, path: string, node: Node, full: string): void {
  const parts = pathOf(path)
  let tree = root
  for (const [i, part] of parts.entries()) {
    const existing = tree.fields.get(part)
    if (i === parts.length - 1) {
      if (existing && isTree(existing) && isTree(node)) {
        for (const [key, inner] of node.fields) put(existing, key, inner, full)
        return
      }
      if (existing) fail(31250, `Path collision at ${full}`)
      tree.fields.set(part, node)
      return
    }
    if (existing && !isTree(existing))
      fail(31249, `Path collision at ${full} remaining portion ${parts.slice(i + 1).join('.')}`)
    const next: Tree = isTree(existing) ? existing : { kind: 'tree', fields: new Map() }
    tree.fields.set(part, next)
    tree = next
  }
}

function apply(document: Document, tree: Tree, include: boolean, frame: Frame, nested = false): Document {
  const result: Document = new Map()
  for (const [key, value] of document) {
    const node = tree.fields.get(key)
    if (include && (!node || (node.kind === 'narrow' && node.last))) continue
    const kept = node ? applyNode(value, node, include, frame, nested) : value
    if (kept !== undefined) result.set(key, kept)
  }
  for (const [key, node] of tree.fields) {
    if (document.has(key)) continue
    const value = node.kind === 'compute' ? node.evaluate(frame) : undefined
    if (value !== undefined) result.set(key, value)
    else if (isTree(node) && computes(node)) result.set(key, apply(new Map(), node, include, frame, nested))
  }
  if (include) {
    // What $elemMatch finds stands after everything else.
    for (const [key, node] of tree.fields) {
      const value = node.kind === 'narrow' && node.last ? node.narrow(document.get(key)) : undefined
      if (value !== undefined) result.set(key, value)
    }
  }
  return result
}

function applyNode(
  value: Value,
  node: Node,
  include: boolean,
  frame: Frame,
  nested: boolean,
): Value | undefined {
  switch (node.kind) {
    case 'keep':
      return value
    case 'drop':
      return undefined
    case 'narrow':
      return nested ? value : node.narrow(value)
    case 'compute':
      return node.evaluate(frame)
  }
  if (isDocument(value)) return apply(value, node, include, frame, nested)
  if (Array.isArray(value)) {
    const items: Value[] = []
    for (const item of value) {
      // $slice does not reach into arrays that stand directly in arrays.
      const kept = applyNode(item, node, include, frame, nested || Array.isArray(item))
      if (kept !== undefined) items.push(kept)
    }
    return items
  }
  if (computes(node)) return apply(new Map(), node, include, frame, nested)
  return include ? undefined : value
}

function computes(node: Node): boolean {
  return node.kind === 'compute' || (isTree(node) && [...node.fields.values()].some(computes))
}
