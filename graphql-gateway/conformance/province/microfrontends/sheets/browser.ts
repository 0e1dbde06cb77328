/** It has no pages of its own: what it adds stands on the pages of maps. */
import { defineMicrofrontend } from '@shuxiang/sdk'
import { messages } from './messages/index.ts'

export default defineMicrofrontend({ name: 'sheets', root: { render: () => null }, routes: [], messages })
