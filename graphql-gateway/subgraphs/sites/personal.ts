// What sites keep of people: who published and went back, who changed which page.
import type { PersonalData } from '@shuxiang/subgraph-kit/module'
import { personal as ofCode } from './code/personal.ts'
import { personal as ofEditing } from './editing/personal.ts'
import { personal as ofPublishing } from './releases/personal.ts'
import { personal as ofReview } from './review/personal.ts'
import { overridesIn } from './overrides/documents.ts'

export const personal: PersonalData = {
  async export(parts, subject) {
    const publishing = await ofPublishing.export(parts, subject)
    const editing = await ofEditing.export(parts, subject)
    const code = await ofCode.export(parts, subject)
    return { publishing, editing, code, review: await ofReview.export(parts, subject) }
  },
  async erase(parts, subject) {
    await ofPublishing.erase(parts, subject)
    await ofEditing.erase(parts, subject)
    await ofCode.erase(parts, subject)
    await ofReview.erase(parts, subject)
    // What was put over sites stays, as a deed of the nation.
    await overridesIn(parts.db).updateMany({ by: subject }, { $set: { name: '' } })
  },
}
