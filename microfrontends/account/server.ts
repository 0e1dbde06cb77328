/** Entry of the server. */
import { defineServerMicrofrontend } from '@shuxiang/sdk/server'
import { account } from './definition.ts'

export default defineServerMicrofrontend(account)
