import { defineExtension } from '@shuxiang/sdk'
import MapSheet from './MapSheet.vue'
import { messages } from './messages/index.ts'

export default defineExtension({ name: 'sheets', component: MapSheet, messages })
