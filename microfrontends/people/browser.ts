/** Entry of the browser. */
import { defineMicrofrontend } from '@shuxiang/sdk'
import { people } from './definition.ts'

export default defineMicrofrontend(people)
