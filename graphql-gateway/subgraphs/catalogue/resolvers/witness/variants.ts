// Where the texts of a work read otherwise than one of them.
import { lettersOf, variantsOf, type Variant } from '@shuxiang/search/collation'
import type { TextVariant } from '../../schema/types.generated.ts'
import type { WitnessNode } from './node.ts'

/** More than a reader goes through; a text with more is another version. */
export const mostVariants = 300

const compared = new WeakMap<WitnessNode, Map<WitnessNode, readonly Variant[] | null>>()

/** What `other` reads otherwise than `base`; null when they differ too much. Of a request each pair is laid beside each other once. */
export function comparison(base: WitnessNode, other: WitnessNode): readonly Variant[] | null {
  const known = compared.get(base) ?? new Map<WitnessNode, readonly Variant[] | null>()
  compared.set(base, known)
  const before = known.get(other)
  if (before !== undefined) return before
  const found = variantsOf(textsOf(base), textsOf(other))
  known.set(other, found)
  return found
}

/** Notes and prefaces are the editors' and are not compared. */
function textsOf({ text }: WitnessNode): readonly string[] {
  return text.map((paragraph) => (isText(paragraph.kind) ? paragraph.text : ''))
}

function isText(kind: WitnessNode['text'][number]['kind']): boolean {
  return kind === 'verse' || kind === 'prose'
}

/** The readings of `others` in the order of `base`; those that read the same at a place are one. */
export function variantsAmong(base: WitnessNode, others: readonly WitnessNode[]): readonly TextVariant[] {
  const found = new Map<string, TextVariant>()
  for (const witness of others) {
    if (witness === base) continue
    for (const variant of comparison(base, witness) ?? []) {
      const letters = lettersOf([variant.text], variant.text.length) ?? []
      const key = [variant.line, variant.from, variant.to, ...letters.map(({ folded }) => folded)].join(' ')
      const same = found.get(key)
      found.set(key, {
        ...variant,
        ...(same ? { text: same.text } : {}),
        base: base.text[variant.line]?.text.slice(variant.from, variant.to) ?? '',
        witnesses: [...(same?.witnesses ?? []), witness.id],
      })
    }
  }
  return [...found.values()]
    .sort((a, b) => a.line - b.line || a.from - b.from || a.to - b.to)
    .slice(0, mostVariants)
}
