// What the lists of cards take of the registry. Types only; the registry is the identity package's.
import type { AgeBand } from '@shuxiang/permissions'

/** One line for the registry. */
export interface RegistryRow {
  readonly library: string
  readonly card: string
  readonly holder: string
  readonly ageBand: string
  /** What the library says of a card whose line names somebody else. */
  readonly holderIs?: HolderIs
}

export type HolderIs = 'same-person' | 'new-holder'

/** Who the registry knows as the holder of a card. */
export interface KnownHolder {
  readonly holder: string
  readonly ageBand: AgeBand
}

/** What becomes of a line, as the registry says it; `asks`: it names somebody else, and the library has not said who that is. */
export type RegistryOutcome =
  | 'new'
  | 'changed'
  | 'same'
  | 'handed-on'
  | { readonly fault: string }
  | { readonly asks: 'holder'; readonly known: KnownHolder }

export interface RegistryCard {
  /** `<library>/<card>`. */
  readonly username: string
  readonly holder: string
  readonly ageBand: AgeBand
  readonly state: 'waiting' | 'activating' | 'active' | 'blocked'
  /** A code is out, and could be used. */
  readonly hasCode: boolean
}

export interface RegistryAsked {
  readonly library: string
  readonly withoutCode: boolean
  readonly begins: string
  readonly after: string | null
  readonly limit: number
}

export interface CardRegistry {
  /** What `put` would do; changes nothing. */
  check(rows: readonly RegistryRow[]): Promise<readonly RegistryOutcome[]>
  /** May be repeated. */
  put(rows: readonly RegistryRow[]): Promise<readonly RegistryOutcome[]>
  /** Takes the place of an earlier one. Null: there is no such card, or it is blocked. */
  issueCode(username: string): Promise<string | null>
  list(asked: RegistryAsked, signal?: AbortSignal): Promise<readonly RegistryCard[]>
  /** How many of a library wait for their reader without a code. */
  waiting(library: string, signal?: AbortSignal): Promise<number>
  those(library: string, usernames: readonly string[]): Promise<readonly RegistryCard[]>
}
