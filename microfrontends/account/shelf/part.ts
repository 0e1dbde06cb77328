/** The shelf on a page of blocks, in the browser. */
import { defineExtension } from '@shuxiang/sdk'
import { messages } from './messages/index.ts'
import ShelfPart from './ShelfPart.vue'

export default defineExtension({ name: 'account', component: ShelfPart, messages })
