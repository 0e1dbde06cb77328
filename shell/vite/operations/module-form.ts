/** How a package wants its operations written. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sdkForm, type ModuleForm } from './module.ts'

/** `"operations": { "contract": "./answers/operation.ts" }` in a package.json: a package of blocks, which may not know the SDK. */
const declared = z.object({ operations: z.object({ contract: z.string().min(1) }).optional() })

/** How the module of a package is written. */
export async function moduleForm(folder: string): Promise<ModuleForm> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}')
  const { operations } = declared.parse(JSON.parse(text))
  return operations ? { contract: operations.contract, carries: 'answer' } : sdkForm
}
