// How many of a list are wanted.
import { badInput } from '@shuxiang/subgraph-kit'

/** Errors: BAD_USER_INPUT outside of 0 to `most`. */
export function firstUpTo(first: number, most: number): number {
  if (first < 0 || first > most) throw badInput(`first: give a number from 0 to ${most}.`)
  return first
}
