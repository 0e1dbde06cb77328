// First step of every command: any Node >= 18 and the npm registry are enough to bring pnpm, the packages and the pinned Node.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PNPM = '12.21.0'
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const stamp = join(root, 'node_modules', '.shuxiang-install')
const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** One sentence saying what to do, no stack. */
function stop(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

/** A sentence for the failures of a machine rather than of the product. */
function explain(error) {
  const code = error && error.code
  if (code === 'ENOSPC')
    return `The disk that holds ${root} is full: free about 2 GB (df -h shows what is left) and run the command again.`
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return `The folder ${root} cannot be written: copy it to a folder of yours, or give yourself write permission, and run the command again.`
  return `The command could not start (${error && error.message}): run it again, and if it stays so, delete node_modules and try once more.`
}

/** What the installed packages depend on: when it changes, they are installed again. */
function fingerprint() {
  const hash = createHash('sha256').update(PNPM).update(process.platform).update(process.arch)
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    hash.update(readFileSync(join(root, file)))
  const manifests = []
  const walk = (folder, depth) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.')) continue
      const manifest = join(folder, entry.name, 'package.json')
      if (existsSync(manifest)) manifests.push(manifest)
      if (depth < 2) walk(join(folder, entry.name), depth + 1)
    }
  }
  walk(root, 0)
  for (const manifest of manifests.sort()) hash.update(readFileSync(manifest))
  return hash.digest('hex')
}

/** Run a program; its last lines are kept to be shown when it fails. */
function run(program, args, onLine) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !program.endsWith('.exe'),
      env: { ...process.env, CI: process.env.CI || 'true' },
    })
    let tail = ''
    const read = (chunk) => {
      tail = (tail + chunk).slice(-6000)
      for (const line of String(chunk).split(/[\r\n]+/)) if (line.trim()) onLine(line.trim())
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', (error) => resolve({ code: 1, tail: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, tail }))
  })
}

async function install(wanted) {
  const began = Date.now()
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(0)} s`
  const live = process.stdout.isTTY
  process.stdout.write(`Installing packages (once, about a minute)${live ? '' : '\n'}`)
  let last = ''
  const tick = live
    ? setInterval(
        () => process.stdout.write(`\r\x1b[KInstalling packages  ${seconds()}  ${last.slice(0, 60)}`),
        200,
      )
    : null
  const npm = process.env.npm_execpath
  const args = ['--yes', `pnpm@${PNPM}`, 'install', '--frozen-lockfile', '--reporter=append-only']
  const result =
    npm && npm.endsWith('.js')
      ? await run(
          process.execPath,
          [npm, 'exec', '--yes', '--', `pnpm@${PNPM}`, ...args.slice(2)],
          (line) => (last = line),
        )
      : await run('npx', args, (line) => (last = line))
  if (tick) clearInterval(tick)
  if (live) process.stdout.write('\r\x1b[K')
  if (result.code !== 0) {
    const text = result.tail
    process.stderr.write(`${text.split('\n').slice(-15).join('\n')}\n`)
    if (/ENOSPC|no space left/i.test(text)) stop(explain({ code: 'ENOSPC' }))
    if (/EROFS|EACCES|EPERM/.test(text)) stop(explain({ code: 'EACCES' }))
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(text))
      stop(
        'The npm registry did not answer: check the connection (npm ping tells) and run the command again; nothing is lost.',
      )
    stop(
      'The packages could not be installed: the lines above say why. Run the command again; if it stays so, delete node_modules first.',
    )
  }
  writeFileSync(stamp, wanted)
  process.stdout.write(`Packages installed in ${seconds()}\n`)
}

async function main() {
  if (Number(process.versions.node.split('.')[0]) < 18)
    stop(
      `Node ${process.versions.node} is too old: install Node 18 or newer from your system or nodejs.org, then run the command again.`,
    )
  accessSync(root, constants.W_OK)
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  const wanted = fingerprint()
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) await install(wanted)

  const node = existsSync(pinned) ? pinned : process.execPath
  if (node === process.execPath && Number(process.versions.node.split('.')[0]) < 24)
    stop(
      'The pinned Node 24 did not arrive with the packages: delete node_modules and run the command again.',
    )
  const child = spawn(
    node,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'shell', 'cli', 'main.ts'),
      ...process.argv.slice(2),
    ],
    {
      // The extra channel lets the product stop by itself when this process is killed.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        // Node keeps what it compiled there: without it every part of the product carries the 15 MB that strip types.
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || join(root, 'node_modules', '.compile-cache'),
        PATH: [join(root, 'node_modules', '.bin'), dirname(node), process.env.PATH].join(delimiter),
      },
    },
  )
  child.on('error', (error) => stop(explain(error)))
  // Ctrl-C reaches the child by the terminal; a signal sent to this process alone is passed on.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('close', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
  if (process.env.npm_lifecycle_event) stopWithNpm(() => child.kill('SIGTERM'))
}

/** npm ends at SIGTERM without telling what it started; without this the product would run on and hold its port. */
function stopWithNpm(stopProduct) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stopProduct()
  }, 500)
  watch.unref()
}

main().catch((error) => stop(explain(error)))
