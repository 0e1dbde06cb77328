/** Entry of the browser. */
import { defineMicrofrontend } from '@shuxiang/sdk'
import { reading } from './definition.ts'

export default defineMicrofrontend(reading)
