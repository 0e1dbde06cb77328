import { defineServerExtension } from '@shuxiang/sdk/server'
import MapSheet from './MapSheet.vue'
import { messages } from './messages/index.ts'

export default defineServerExtension({ name: 'sheets', component: MapSheet, messages })
