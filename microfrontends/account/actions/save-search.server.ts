/** The button beside the results, on the server: its room, so that nothing moves when it comes to life. */
import { defineServerExtension } from '@shuxiang/sdk/server'
import { messages } from '../messages/index.ts'
import SaveSearch from './SaveSearch.vue'

export default defineServerExtension({ name: 'account', component: SaveSearch, messages })
