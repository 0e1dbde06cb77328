// Every line of the product that asks the store is asked by the contract: `node completeness.ts CALLS`.
// CALLS is the file that the tests have written (STORE_CALLS), a line `path:line` each.
import { existsSync, readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import ts from 'typescript'
import { methods } from './calls.ts'

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '')

/** Lines that need no test of their own, with the reason. */
const excused: Readonly<Record<string, string>> = {
  'graphql-gateway/jobs/import-command.ts':
    'the command line reads what the imports have noted, by the same fields',
  'graphql-gateway/exchange/imports/follow.ts':
    'reads one import by its _id for the progress shown in a terminal',
}

/** Calls of the driver's collections in the server part of the product, as `path:line`. */
export function callSites(): string[] {
  const config = ts.readConfigFile(`${root}/tsconfig.json`, (file) => ts.sys.readFile(file))
  const { fileNames, options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root)
  const own = fileNames.filter(
    (file) =>
      file.includes('/graphql-gateway/') &&
      !/\.test\.ts$|\/bench\/|\/fixtures\/|\/embedded-store\/|\/store-contract\/|\/conformance\//.test(file),
  )
  const program = ts.createProgram(own, { ...options, noEmit: true, skipLibCheck: true })
  const checker = program.getTypeChecker()
  const found: string[] = []
  for (const file of own) {
    const source = program.getSourceFile(file)
    if (!source) continue
    const visit = (node: ts.Node): void => {
      if (
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        Object.hasOwn(methods, node.expression.name.text) &&
        checker.getTypeAtLocation(node.expression.expression).getSymbol()?.name === 'Collection'
      ) {
        const { line } = source.getLineAndCharacterOfPosition(node.expression.name.getStart(source))
        found.push(`${relative(root, file).split(sep).join('/')}:${line + 1}`)
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return found
}

/** Call sites that no test has gone through; `asked` as the tests have written it. */
export function missing(sites: readonly string[], asked: ReadonlySet<string>): string[] {
  return sites.filter((site) => !asked.has(site) && !Object.hasOwn(excused, site.replace(/:\d+$/, '')))
}

const file = process.argv[2]
if (file !== undefined && process.argv[1] === new URL(import.meta.url).pathname) {
  const asked = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [])
  const sites = callSites()
  const left = missing(sites, asked)
  process.stdout.write(
    `${sites.length} lines of the product ask the store, ${sites.length - left.length} of them go through the contract\n`,
  )
  for (const site of left)
    process.stderr.write(`${site} asks the store and no test with openTestStore() goes through it: add one\n`)
  process.exitCode = left.length === 0 ? 0 : 1
}
