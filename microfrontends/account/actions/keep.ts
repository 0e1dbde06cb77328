/** The buttons beside a record, in the browser. */
import { defineExtension } from '@shuxiang/sdk'
import { messages } from '../messages/index.ts'
import KeepRecord from './KeepRecord.vue'

export default defineExtension({ name: 'account', component: KeepRecord, messages })
