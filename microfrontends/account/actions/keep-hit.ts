/** The button in the corner of a result. */
import { defineExtension } from '@shuxiang/sdk'
import { messages } from '../messages/index.ts'
import KeepHit from './KeepHit.vue'

export default defineExtension({ name: 'account', component: KeepHit, messages })
