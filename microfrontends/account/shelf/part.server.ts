/** The shelf on a page of blocks, on the server: how one keeps something, in the room that the shelf will take. */
import { defineServerExtension } from '@shuxiang/sdk/server'
import { messages } from './messages/index.ts'
import ShelfPart from './ShelfPart.vue'

export default defineServerExtension({ name: 'account', component: ShelfPart, messages })
