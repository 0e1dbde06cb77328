/** Fields of the block `hero-search`: title, lead, what the box says, what stands around it. */
import { localized } from '@shuxiang/site-model'
import { z } from 'zod'

export const heroFields = z.strictObject({
  title: localized(60),
  lead: localized(300).optional(),
  placeholder: localized(60),
  button: localized(20),
  showKinds: z.boolean(),
  showDaily: z.boolean(),
})
export type HeroFields = z.infer<typeof heroFields>
