/** The button beside the results, in the browser. */
import { defineExtension } from '@shuxiang/sdk'
import { messages } from '../messages/index.ts'
import SaveSearch from './SaveSearch.vue'

export default defineExtension({ name: 'account', component: SaveSearch, messages })
