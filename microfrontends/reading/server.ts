/** Entry of the server. */
import { defineServerMicrofrontend } from '@shuxiang/sdk/server'
import { reading } from './definition.ts'

export default defineServerMicrofrontend(reading)
