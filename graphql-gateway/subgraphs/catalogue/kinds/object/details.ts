// What only objects have. Holder and accession number stand in the kernel, among agents and identifiers.
import { line } from '@shuxiang/record'
import { z } from 'zod'

export const objectDetails = z.strictObject({
  /** 青铜, 白玉, 竹. */
  materials: z.array(line).max(20),
  /** 范铸法, 透雕. */
  technique: line.optional(),
  /** As the museum says it: 高38.8厘米，口径28.8厘米，重14.6千克. */
  dimensions: line.optional(),
  /** Age in words, more exact than the period: 西周早期成王时. */
  era: line.optional(),
  /** Where and when it was found: 1963年陕西宝鸡贾村出土. */
  findspot: line.optional(),
})
export type ObjectDetails = z.infer<typeof objectDetails>
