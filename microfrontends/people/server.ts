/** Entry of the server. */
import { defineServerMicrofrontend } from '@shuxiang/sdk/server'
import { people } from './definition.ts'

export default defineServerMicrofrontend(people)
