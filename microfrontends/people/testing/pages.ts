/** The pages of people as the portal makes them, with answers by the name of the operation. */
import { pagesOf } from '@shuxiang/sdk/testing'
import { people } from '../definition.ts'

export const pages = pagesOf(people)
