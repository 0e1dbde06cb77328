/** Entry of the browser. */
import { defineMicrofrontend } from '@shuxiang/sdk'
import { config } from 'zod'
import { siteEditor } from './definition.ts'

// Checks are run as they are written: the content policy lets nobody make code of text, which would be faster. Said before any
// check is declared: the pages are loaded later.
config({ jitless: true })

export default defineMicrofrontend(siteEditor)
