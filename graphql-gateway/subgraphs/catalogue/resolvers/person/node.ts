// Parent of the fields of `Person`: the stored document, or only what a record knows of its creator.
import type { PersonDoc } from '../../model/authority.ts'

export type PersonNode = Pick<PersonDoc, '_id' | 'name'> & Partial<Pick<PersonDoc, 'period' | 'biography'>>
