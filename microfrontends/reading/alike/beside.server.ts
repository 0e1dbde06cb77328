/** Works of others on the same things, beside a record, on the server: links for readers without scripts, and for crawlers. */
import { defineServerExtension } from '@shuxiang/sdk/server'
import AlikeList from './AlikeList.vue'
import { messages } from './messages/index.ts'

export default defineServerExtension({ name: 'reading', component: AlikeList, messages })
