// What only organisations have. When it was founded stands among the dates (founded).
import { line, webAddress } from '@shuxiang/record'
import { z } from 'zod'

export const organisationDetails = z.strictObject({
  /** 公共图书馆, 博物馆, 出版社. */
  type: line.optional(),
  /** Name of the organisation above it; a relation leads to its record where there is one. */
  parent: line.optional(),
  address: line.optional(),
  website: webAddress.optional(),
})
export type OrganisationDetails = z.infer<typeof organisationDetails>
