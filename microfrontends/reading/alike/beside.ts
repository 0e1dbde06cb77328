/** Works of others on the same things, beside a record, in the browser. */
import { defineExtension } from '@shuxiang/sdk'
import AlikeList from './AlikeList.vue'
import { messages } from './messages/index.ts'

export default defineExtension({ name: 'reading', component: AlikeList, messages })
