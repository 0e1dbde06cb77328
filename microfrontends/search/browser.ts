/** Entry of the browser. */
import { defineMicrofrontend } from '@shuxiang/sdk'
import { search } from './definition.ts'

export default defineMicrofrontend(search)
