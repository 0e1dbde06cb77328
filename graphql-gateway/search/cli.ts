/** `npm run search -- rebuild`: has the index dropped and filled again from the store. */

import { mkdirSync } from 'node:fs'
import { readConfig } from './config.ts'
import { requestRebuild } from './embedded/rebuild.ts'

const [command] = process.argv.slice(2)
const { dir } = readConfig(process.env)

if (command === 'rebuild') {
  mkdirSync(dir, { recursive: true })
  requestRebuild(dir)
  console.log('The index will be filled again: at once if the portal runs, else when it is started.')
} else {
  console.error('Usage: npm run search -- rebuild')
  process.exitCode = 2
}
