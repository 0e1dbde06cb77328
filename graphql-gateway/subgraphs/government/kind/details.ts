// What only government documents have. Issuing body, dates and genre (通知, 令) stand in the kernel.
import { line } from '@shuxiang/record'
import { statuses } from '@shuxiang/vocabulary'
import { z } from 'zod'

const number = z.string().min(1).max(100)

export const governmentDetails = z.strictObject({
  /** 发文字号: 国办发〔2024〕5号. Laws have none. */
  documentNumber: number.optional(),
  /** 索引号 of the body's catalogue of public information. */
  indexNumber: number.optional(),
  /** 主题分类, from the general to the special. */
  categories: z.array(line).max(10),
  /** As its source says it; absent for documents that are no rules. */
  status: z.enum(statuses.map(({ id }) => id)).optional(),
})
export type GovernmentDetails = z.infer<typeof governmentDetails>
