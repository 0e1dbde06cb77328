/** Entry of the server. */
import { defineServerMicrofrontend } from '@shuxiang/sdk/server'
import { search } from './definition.ts'

export default defineServerMicrofrontend(search)
