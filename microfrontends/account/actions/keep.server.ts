/** The buttons beside a record, on the server: their room, so that nothing moves when they come to life. */
import { defineServerExtension } from '@shuxiang/sdk/server'
import { messages } from '../messages/index.ts'
import KeepRecord from './KeepRecord.vue'

export default defineServerExtension({ name: 'account', component: KeepRecord, messages })
