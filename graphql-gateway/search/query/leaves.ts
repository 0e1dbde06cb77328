/** Walks over the leaves of a query that a record should have, leaving out what it must not have. */

import type { QueryNode } from '../contract.ts'
import type { Leaf } from './clause.ts'

/** Leaves outside every `not`, in reading order. */
export function positiveLeaves(node: QueryNode): readonly Leaf[] {
  switch (node.type) {
    case 'all':
    case 'not':
      return []
    case 'and':
    case 'or':
      return node.nodes.flatMap(positiveLeaves)
    case 'term':
    case 'phrase':
    case 'prefix':
      return [node]
  }
}
