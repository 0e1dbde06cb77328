/** Fields of the block `library-directory`. */
import { localized } from '@shuxiang/site-model'
import { z } from 'zod'

export const directoryFields = z.strictObject({
  title: localized(60),
  /**
   * `tiles`: provinces only, each leads to the directory's own page. `page`: that page, where a region of the address
   * (`?region=33`) opens with the regions and libraries inside of it.
   */
  show: z.enum(['tiles', 'page']),
})
export type DirectoryFields = z.infer<typeof directoryFields>
