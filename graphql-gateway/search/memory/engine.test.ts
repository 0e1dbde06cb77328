import { createMemoryEngine } from './engine.ts'
import { describeEngine } from '../contract.suite.ts'

describeEngine('in memory', async () => createMemoryEngine())
