// Person.contemporaries
import type { PersonDoc } from '../../model/authority.ts'
import { firstUpTo } from '../first-up-to.ts'
import { personById } from '../loaders.ts'
import type { PersonResolvers } from '../../schema/types.generated.ts'
import type { WorkCounts } from './counts.ts'
import { yearsOf } from './lifetime.ts'
import { storedPerson } from './node.ts'

const most = 12
/** A life of which one year is not known is taken to be this long. */
const usual = 60
/** Years that two lives must have in common. */
const shared = 10

/** Those with most works of the period are looked at; who lived at the same time goes before who is of the period only. */
export function contemporaries(counts: WorkCounts): PersonResolvers['contemporaries'] {
  return async (node, args, context) => {
    const first = firstUpTo(args.first ?? 8, most)
    const person = await storedPerson(node, context)
    if (first === 0 || !person.period) return []
    const counted = await counts.withMost(context, { facet: 'period', value: person.period.id })
    const others = (await Promise.all(counted.map(({ _id }) => personById(context, _id)))).filter(
      (other): other is PersonDoc => other !== null && other._id !== person._id,
    )
    const life = lifeOf(person)
    const near = life === null ? [] : others.filter((other) => together(life, lifeOf(other)) >= shared)
    // They stand in the order of their works here.
    return (near.length > 0 ? near : others).slice(0, first).toSorted((a, b) => middle(a) - middle(b))
  }
}

interface Life {
  readonly from: number
  readonly to: number
}

function lifeOf(person: Pick<PersonDoc, 'born' | 'died'>): Life | null {
  const { from, to } = yearsOf(person)
  if (from === null && to === null) return null
  return { from: from ?? (to ?? 0) - usual, to: to ?? (from ?? 0) + usual }
}

function together(one: Life, other: Life | null): number {
  return other === null ? 0 : Math.min(one.to, other.to) - Math.max(one.from, other.from)
}

function middle(person: PersonDoc): number {
  const life = lifeOf(person)
  return life === null ? Infinity : life.from + life.to
}
