/** Entry of the browser. */
import { defineMicrofrontend } from '@shuxiang/sdk'
import { account } from './definition.ts'

export default defineMicrofrontend(account)
