/** The way to the end of the account, in the browser. */
import { defineExtension } from '@shuxiang/sdk'
import LeaveNote from './LeaveNote.vue'
import { messages } from './messages/index.ts'

export default defineExtension({ name: 'account', component: LeaveNote, messages })
