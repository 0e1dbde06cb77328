/** The pages of search as the portal makes them, with answers by the name of the operation. */
import { pagesOf } from '@shuxiang/sdk/testing'
import { search } from '../definition.ts'

export const pages = pagesOf(search)
