// A question to a provider with one short answer, so that the answers of two providers can be laid beside each other.
import type { Stop } from './visitor.ts'
import type { Tested } from './tested.ts'

/** Answers that differ, and why nothing of ours minds. */
export interface Differing {
  readonly embedded: string
  readonly keycloak: string
  readonly why: string
}

/** One question. The answer is text for people: a status, an error code, names of claims. */
export interface Probe {
  readonly name: string
  /** Asked only where there is an operator. */
  readonly needsOperator?: true
  ask(tested: Tested): Promise<string>
  readonly answer: string | Differing
}

/** What a provider of this kind must answer. */
export function expectedOf({ answer }: Pick<Probe, 'answer'>, kind: Tested['kind']): string {
  return typeof answer === 'string' ? answer : answer[kind]
}

/** Where a visit ended: `page 400`, `back with code`, `back with invalid_request`, `away to <origin>`. */
export function told(stop: Stop, redirect: string): string {
  if (stop.at === 'page') return `page ${stop.page.status}`
  const { address } = stop
  if (!address.href.startsWith(redirect)) return `away to ${address.origin}`
  const parameters = address.search === '' ? new URLSearchParams(address.hash.slice(1)) : address.searchParams
  const error = parameters.get('error')
  if (error !== null) return `back with ${error}`
  return parameters.has('code') ? 'back with a code' : 'back'
}

/** An answer of an endpoint: `200`, or the status with the error that it names. */
export async function toldOf(response: Response): Promise<string> {
  const text = await response.text()
  if (response.ok) return String(response.status)
  const error = /"error"\s*:\s*"([a-z_]+)"/.exec(text)?.[1]
  return error === undefined ? String(response.status) : `${response.status} ${error}`
}
