/** Entry of the server. */
import { defineServerMicrofrontend } from '@shuxiang/sdk/server'
import { libraries } from './definition.ts'

export default defineServerMicrofrontend(libraries)
