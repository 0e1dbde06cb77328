// What is known of visiting a library, in a word each, for those who judge its site.
import type { Db } from 'mongodb'
import { dayPlus } from '../calendar/day.ts'
import type { Hours, Words } from '../hours/model.ts'
import { contactsIn, hoursIn, isKept, type Contact } from './documents.ts'

export interface VisitingKnown {
  /** Hours of at least one place are filled in. */
  readonly hours: boolean
  /** A telephone number, an e-mail or an address is. */
  readonly contact: boolean
}

export interface PlannedClosure {
  readonly title: Words
  /** First day, `YYYY-MM-DD`. */
  readonly from: string
  /** Day from which the site tells of it, `YYYY-MM-DD`. */
  readonly announced: string
}

export interface VisitingFacts extends VisitingKnown {
  /** Of the whole house, from a day on. */
  readonly closures: readonly PlannedClosure[]
}

interface Said {
  readonly hours: Hours | null
  readonly contact: Contact | null
}

async function saidBy(db: Db, library: string): Promise<Said> {
  const [hours, contact] = await Promise.all([
    hoursIn(db).findOne({ _id: library }),
    contactsIn(db).findOne({ _id: library }),
  ])
  return {
    hours: isKept(hours) ? hours.value : null,
    contact: isKept(contact) ? contact.value : null,
  }
}

const isSaid = (words: Words): boolean => Object.values(words).some((text) => text.trim() !== '')

const known = ({ hours, contact }: Said): VisitingKnown => ({
  hours: hours !== null && hours.places.some(({ seasons }) => seasons.length > 0),
  contact:
    contact !== null && (contact.telephones.length > 0 || contact.email !== null || isSaid(contact.address)),
})

export async function visitingKnown(db: Db, library: string): Promise<VisitingKnown> {
  return known(await saidBy(db, library))
}

/** The same with the closures to come. `today`: `YYYY-MM-DD` in China. */
export async function visitingFacts(db: Db, library: string, today: string): Promise<VisitingFacts> {
  const said = await saidBy(db, library)
  const { exceptions = [], announceDays = 0 } = said.hours ?? {}
  const closed = exceptions.filter(({ spans, places }) => spans.length === 0 && places.length === 0)
  return {
    ...known(said),
    closures: closed
      .filter(({ from }) => from >= today)
      .map(({ reason, from }) => ({ title: reason, from, announced: dayPlus(from, -announceDays) })),
  }
}
