// What stands behind `Character`.
import type { HanCharacter } from '@shuxiang/han'

export interface CharacterNode extends HanCharacter {
  /** How it is read where it stands. */
  readonly there: string | null
}
