// Roles of people who are there to try the product with. What was done to them since stays.
import type { LibraryRole } from '@shuxiang/permissions'
import type { Db } from 'mongodb'
import { membershipsIn } from './documents.ts'
import { idOf } from './ids.ts'
import { know } from './people.ts'

export interface SeededMembership {
  readonly library: string
  readonly subject: string
  readonly username: string
  readonly role: LibraryRole
}

/** Gives roles without end to those who never had them. */
export async function seedMemberships(
  db: Db,
  memberships: readonly SeededMembership[],
  now: Date,
): Promise<void> {
  for (const membership of memberships) {
    const { library, subject, role } = membership
    await know(db, membership)
    const step = {
      state: 'held',
      by: 'demonstration',
      name: 'demonstration',
      at: now,
      reason: 'demonstration',
    }
    await membershipsIn(db).updateOne(
      { _id: idOf('membership', library, subject, role, 1) },
      {
        $setOnInsert: {
          ...membership,
          ...{ turn: 1, expires: null, proposal: null, state: 'held', next: null, steps: [step], rev: 1 },
        },
      },
      { upsert: true },
    )
  }
}
