// What is known of visiting a library, in a word each, for those who judge its site.
import type { Db } from 'mongodb'
import { contactsIn, hoursIn, isKept } from './documents.ts'

export interface VisitingKnown {
  /** Hours of at least one place are filled in. */
  readonly hours: boolean
  /** A telephone number, an e-mail or an address is. */
  readonly contact: boolean
}

const isSaid = (words: Readonly<Record<string, string>>): boolean =>
  Object.values(words).some((text) => text.trim() !== '')

export async function visitingKnown(db: Db, library: string): Promise<VisitingKnown> {
  const [hours, contact] = await Promise.all([
    hoursIn(db).findOne({ _id: library }),
    contactsIn(db).findOne({ _id: library }),
  ])
  const said = isKept(contact) ? contact.value : null
  return {
    hours: isKept(hours) && hours.value.places.some(({ seasons }) => seasons.length > 0),
    contact: said !== null && (said.telephones.length > 0 || said.email !== null || isSaid(said.address)),
  }
}
