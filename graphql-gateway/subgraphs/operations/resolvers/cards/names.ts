// What lists of cards are made of, as the graph calls it.
import type { AgeBand } from '@shuxiang/permissions'
import type { ColumnField } from '../../cards/reading/columns.ts'
import type { Separator } from '../../cards/reading/csv.ts'
import type { Encoding, FileProblem } from '../../cards/reading/decode.ts'
import type { LineFault } from '../../cards/reading/rows.ts'
import type { ListState } from '../../cards/store/documents.ts'
import type { HolderIs, RegistryCard } from '../../cards/ports.ts'
import type {
  AgeBand as GraphAgeBand,
  CardListColumn,
  CardListEncoding,
  CardListFault,
  CardListSeparator,
  CardListState,
  CardListTrouble,
  CardState,
  HolderIs as GraphHolderIs,
} from '../../schema/types.generated.ts'

export const stateNames: Readonly<Record<ListState, CardListState>> = {
  receiving: 'RECEIVING',
  checking: 'CHECKING',
  checked: 'CHECKED',
  unreadable: 'UNREADABLE',
  importing: 'IMPORTING',
  done: 'DONE',
  'given-up': 'GIVEN_UP',
}

export const troubleNames: Readonly<Record<FileProblem, CardListTrouble>> = {
  workbook: 'WORKBOOK',
  encoding: 'ENCODING',
  empty: 'EMPTY',
  quote: 'QUOTE',
  'too-many-lines': 'TOO_MANY_LINES',
  'too-many-columns': 'TOO_MANY_COLUMNS',
}

export const encodingNames: Readonly<Record<Encoding, CardListEncoding>> = {
  'utf-8': 'UTF_8',
  gb18030: 'GB18030',
  'utf-16le': 'UTF_16LE',
}

export const separatorNames: Readonly<Record<Separator, CardListSeparator>> = {
  ',': 'COMMA',
  ';': 'SEMICOLON',
  '\t': 'TAB',
}

export const columnNames: Readonly<Record<ColumnField, CardListColumn>> = {
  card: 'CARD',
  holder: 'HOLDER',
  birth: 'BIRTH',
  'valid-until': 'VALID_UNTIL',
  skip: 'SKIP',
}

export const bandNames: Readonly<Record<AgeBand, GraphAgeBand>> = {
  'under-14': 'UNDER_14',
  '14-17': 'FROM_14_TO_17',
  adult: 'ADULT',
}

export const holderNames: Readonly<Record<HolderIs, GraphHolderIs>> = {
  'same-person': 'SAME_PERSON',
  'new-holder': 'NEW_HOLDER',
}

export const cardStateNames: Readonly<Record<RegistryCard['state'], CardState>> = {
  waiting: 'WAITING',
  // Its reader is about to open the account.
  activating: 'WAITING',
  active: 'ACTIVE',
  blocked: 'BLOCKED',
}

/** Those of the list, and those of the registry. */
const faultNames: Readonly<Record<LineFault | 'card' | 'holder' | 'provider-away', CardListFault>> = {
  'no-card': 'NO_CARD',
  rounded: 'ROUNDED',
  card: 'CARD',
  'no-holder': 'NO_HOLDER',
  holder: 'HOLDER',
  'no-birth': 'NO_BIRTH',
  birth: 'BIRTH',
  'valid-until': 'VALID_UNTIL',
  ended: 'ENDED',
  twice: 'TWICE',
  'provider-away': 'PROVIDER_AWAY',
}

export function faultName(fault: string): CardListFault {
  return Object.entries(faultNames).find(([name]) => name === fault)?.[1] ?? 'OTHER'
}

/** The key that has this value. */
export function nameOf<Key extends string, Value>(names: Readonly<Record<Key, Value>>, value: Value): Key {
  for (const key of keysOf(names)) if (names[key] === value) return key
  throw new Error(`${String(value)} has no name.`)
}

function keysOf<Key extends string>(names: Readonly<Record<Key, unknown>>): readonly Key[] {
  const isKey = (key: string): key is Key => Object.hasOwn(names, key)
  return Object.keys(names).filter(isKey)
}
