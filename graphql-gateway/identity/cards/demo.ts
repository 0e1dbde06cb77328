// A card to try activation with. Each installation has a code of its own, drawn from its key: none is in the source.
import { createHash } from 'node:crypto'
import { nameOfCard } from '../people/names.ts'
import type { Sealing } from '../people/sealing.ts'
import type { CardRow, Cards } from './card.ts'
import { codeOfBytes } from './codes.ts'

export interface DemoCard {
  readonly row: CardRow & Required<Pick<CardRow, 'code'>>
  readonly username: string
}

/** A reader of 余杭区图书馆 who has a card and no account yet. */
export function demoCard(sealing: Sealing): DemoCard {
  const [library, card] = ['n330110', '2001']
  const username = nameOfCard(library, card)
  const drawn = createHash('sha256')
    .update(sealing.mac('demo', `activation ${username}`))
    .digest()
  return { username, row: { library, card, holder: '许知远', ageBand: 'adult', code: codeOfBytes(drawn) } }
}

/** Puts the card into the registry. False once somebody has activated it. */
export async function seedDemoCard(cards: Cards, { row, username }: DemoCard): Promise<boolean> {
  await cards.put([row])
  return (await cards.find(username))?.hasCode ?? false
}
