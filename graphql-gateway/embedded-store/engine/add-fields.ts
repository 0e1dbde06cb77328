// $addFields and $set: computed fields put into a document, through arrays and missing documents on the way.
import type { Bindings, Environment } from './environment.ts'
import { fail } from '../bson/errors.ts'
import { compileExpression } from './expression.ts'
import type { Evaluate, Frame } from './expressions/operator.ts'
import { checkFieldPath, pathOf } from './paths.ts'
import { type Document, isDocument, type Value } from '../bson/values.ts'

type Node = Evaluate | Map<string, Node>

/** Compiles `{ field: expression, ... }`. @throws MongoError 40272, 16410, 31249, 31250 (conflicting paths). */
export function compileAddFields(
  spec: Document,
  env: Environment,
  names?: ReadonlySet<string>,
): (document: Document, bindings?: Bindings) => Document {
  const tree = treeOf(spec, env, names, '')
  return (document, bindings) => apply(document, tree, { root: document, bindings })
}

function treeOf(
  spec: Document,
  env: Environment,
  names: ReadonlySet<string> | undefined,
  prefix: string,
): Map<string, Node> {
  const tree = new Map<string, Node>()
  for (const [field, value] of spec) {
    checkFieldPath(field)
    const full = prefix + field
    const [first] = isDocument(value) ? value.keys() : []
    const nested = isDocument(value) && first !== undefined && !first.startsWith('$')
    if (isDocument(value) && value.size === 0) put(tree, field, () => new Map(), full)
    else
      put(
        tree,
        field,
        nested && isDocument(value)
          ? treeOf(value, env, names, `${full}.`)
          : compileExpression(value, env, names).evaluate,
        full,
      )
  }
  return tree
}

function put(root: Map<string, Node>, path: string, node: Node, full: string): void {
  let tree = root
  const parts = pathOf(path)
  for (const [i, part] of parts.entries()) {
    const existing = tree.get(part)
    if (i === parts.length - 1) {
      if (existing)
        fail(
          31250,
          `specification contains two conflicting paths. Cannot specify both '${full}' and a part of it`,
        )
      tree.set(part, node)
      return
    }
    if (typeof existing === 'function')
      fail(31249, `specification contains two conflicting paths at '${full}'`)
    const next = existing instanceof Map ? existing : new Map<string, Node>()
    tree.set(part, next)
    tree = next
  }
}

function apply(document: Document, tree: Map<string, Node>, frame: Frame): Document {
  const result = new Map(document)
  for (const [key, node] of tree) {
    const before = document.get(key)
    const value = typeof node === 'function' ? node(frame) : into(before, node, frame)
    // A scalar that gives way to a document loses its place.
    if (typeof node !== 'function' && !isDocument(before) && !Array.isArray(before)) result.delete(key)
    if (value === undefined) result.delete(key)
    else result.set(key, value)
  }
  return result
}

/** A nested specification reaches into each document of an array, and replaces a scalar by a document. */
function into(value: Value | undefined, tree: Map<string, Node>, frame: Frame): Value {
  if (Array.isArray(value)) return value.map((item) => into(item, tree, frame))
  return apply(isDocument(value) ? value : new Map(), tree, frame)
}
