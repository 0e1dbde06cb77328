/** Entry of the browser. */
import { defineMicrofrontend } from '@shuxiang/sdk'
import { libraries } from './definition.ts'

export default defineMicrofrontend(libraries)
