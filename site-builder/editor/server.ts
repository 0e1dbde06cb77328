/** Entry of the server. */
import { defineServerMicrofrontend } from '@shuxiang/sdk/server'
import { siteEditor } from './definition.ts'

export default defineServerMicrofrontend(siteEditor)
