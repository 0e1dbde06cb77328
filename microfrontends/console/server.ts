/** Entry of the server. */
import { defineServerMicrofrontend } from '@shuxiang/sdk/server'
import { consoleOfStaff } from './definition.ts'

export default defineServerMicrofrontend(consoleOfStaff)
