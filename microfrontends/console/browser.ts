/** Entry of the browser. */
import { defineMicrofrontend } from '@shuxiang/sdk'
import { consoleOfStaff } from './definition.ts'

export default defineMicrofrontend(consoleOfStaff)
