/** Pages of this microfrontend for tests. */
import { pagesOf } from '@shuxiang/sdk/testing'
import { libraries } from '../definition.ts'

export const pages = pagesOf(libraries)
