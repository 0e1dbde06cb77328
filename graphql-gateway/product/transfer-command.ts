// `npm run sites -- export <code> <file>` and `import <code> <file>`: a site as one signed file.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { chmod, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openAuditLog } from '@shuxiang/audit'
import { draftFaults, migratePage, pageTexts } from '@shuxiang/site-blocks'
import { assetsForTravel, roomFor, takeTravelling, travellingId } from '@shuxiang/subgraph-assets/transfer'
import { nationalLibraryId } from '@shuxiang/subgraph-sites/content'
import {
  exportSite,
  fingerprintOf,
  finishImports,
  importSite,
  largestArchive,
  openArchive,
  packSite,
  planImport,
  type ImportPlan,
  type ImportPorts,
  type Installation,
} from '@shuxiang/subgraph-sites/transfer'
import { siteThemes } from '@shuxiang/themes'
import type { Db } from 'mongodb'

export const transferUsage = `npm run sites -- export <code> <file>
     npm run sites -- import <code> <file> [--dry-run] [--signer FINGERPRINT] [--publish]
  export  writes the drafts, settings, pictures and files of a site into one signed file
  import  makes the site of a library what the file has; --dry-run tells what would be done, and does nothing`

export const isTransferWish = (args: readonly string[]): boolean =>
  args[0] === 'export' || args[0] === 'import'

export type Told = readonly string[] | { readonly refused: string }

interface Place {
  readonly db: Db
  readonly dataDir: string
  /** What the installation calls itself. */
  readonly name: string
  readonly signal: AbortSignal
}

const refused = (...lines: string[]): Told => ({ refused: lines.join('\n') })
const rules = { migrate: migratePage, faults: draftFaults, texts: pageTexts }

export async function transferCommand(place: Place, args: readonly string[]): Promise<Told> {
  const wish = wishOf(args)
  if (!wish) return refused(`Use: ${transferUsage}`)
  const installation = { name: place.name, privateKey: await installationKey(place.dataDir) }
  return wish.what === 'export' ? exported(place, wish, installation) : imported(place, wish, installation)
}

interface Wish {
  readonly what: string
  readonly code: string
  readonly file: string
  readonly dryRun: boolean
  readonly signer: string | null
  readonly publish: boolean
}

function wishOf(args: readonly string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        signer: { type: 'string' },
        publish: { type: 'boolean' },
      },
    })
    const [what, code, file, ...more] = positionals
    if (!what || !code || !file || more.length > 0) return null
    if (what === 'export' && Object.keys(values).length > 0) return null
    const { signer = null, publish = false } = values
    return { what, code, file: resolve(file), dryRun: values['dry-run'] ?? false, signer, publish }
  } catch {
    return null
  }
}

/** Made once, readable by the product alone. */
async function installationKey(dataDir: string): Promise<Installation['privateKey']> {
  const path = join(dataDir, 'sites', 'installation-key.pem')
  const there = await readFile(path, 'utf8').catch(() => null)
  if (there !== null) return createPrivateKey(there)
  const { privateKey } = generateKeyPairSync('ed25519')
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  await writeFile(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  await chmod(draft, 0o600)
  // Another command may be as quick: the first key stays.
  await link(draft, path).catch(() => undefined)
  await rm(draft)
  return createPrivateKey(await readFile(path, 'utf8'))
}

async function exported({ db }: Place, { code, file }: Wish, installation: Installation): Promise<Told> {
  const content = await exportSite(db, code, rules, {
    assetsOf: (library, ids) => assetsForTravel(db, [library, nationalLibraryId], ids),
  })
  if (!content) return refused(`There is no site with the code ${code}.`)
  const { bytes, content: hash } = packSite(code, content, installation)
  if (bytes.length > largestArchive)
    return refused('The site is larger than 512 MB, which is more than a file may be.')
  await writeFile(`${file}.part`, bytes, { mode: 0o600 })
  await rename(`${file}.part`, file)
  return [
    `${content.documents.size} pages and ${content.files.size} pictures and files are in ${file}.`,
    `Content ${hash}`,
    `Signed by ${fingerprintOf(installation.privateKey)}, this installation.`,
  ]
}

async function imported(place: Place, wish: Wish, installation: Installation): Promise<Told> {
  const { db, signal } = place
  const { code, file, dryRun, signer, publish } = wish
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : -1),
    () => -1,
  )
  if (size < 0) return refused(`There is no file ${file}.`)
  if (size > largestArchive) return refused('The file is larger than 512 MB.')
  const opened = openArchive(await readFile(file))
  if (!opened.ok) return refused(...opened.faults)
  const { archive } = opened
  const own = archive.fingerprint === fingerprintOf(installation.privateKey)
  const signedBy = own
    ? `Signed by this installation; it was the site ${archive.from}.`
    : `Signed by an installation that is not known here. It calls itself “${plain(archive.installation)}”; it was the site ${archive.from}. Its key is ${archive.fingerprint}.`
  const trusted = own || signer === archive.fingerprint
  if (!trusted && !dryRun)
    return refused(
      signedBy,
      `Ask them for the fingerprint of their key by another way; if it is the same, add --signer ${archive.fingerprint}.`,
    )
  const ports: ImportPorts = {
    pageRules: rules,
    themes: siteThemes.map(({ name }) => name),
    assetId: travellingId,
    takeAsset: (asset, keep) => takeTravelling(db, asset, { keep: keep === 'keep', now: new Date(), signal }),
    assetRoom: (library, ids, bytes) => roomFor(db, library, ids, bytes),
  }
  const parts = { db, audit: openAuditLog(db, Date.now), now: () => new Date() }
  // What an earlier command left midway comes first: the plan counts on it.
  if (!dryRun) await finishImports(parts)
  const planned = await planImport(db, code, archive, ports)
  if (!planned.ok)
    return refused(signedBy, 'Nothing is imported:', ...planned.faults.map((one) => `- ${plain(one)}`))
  const { plan } = planned
  if (dryRun) {
    const faults: string[] = []
    for (const asset of plan.assets) {
      const taken = await ports.takeAsset(asset, 'look only')
      if ('refused' in taken) faults.push(`- ${plain(asset.description.name)}: ${taken.refused}`)
    }
    if (faults.length > 0) return refused(signedBy, 'Nothing would be imported:', ...faults)
    return [signedBy, ...wouldDo(plan), 'Nothing was done.']
  }
  const ended = await importSite(parts, plan, ports, publish)
  if (!ended.ok)
    return refused(signedBy, 'Nothing is imported:', ...ended.faults.map((one) => `- ${plain(one)}`))
  return [
    signedBy,
    ...wouldDo(plan),
    plan.opens || publish
      ? 'The site is imported and is published within seconds.'
      : 'The site is imported as drafts. Look at them and publish; what is served has not changed.',
  ]
}

/** Nothing in it moves the cursor of a terminal. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').slice(0, 500)

const listed = (paths: readonly string[]): string =>
  `${paths.slice(0, 20).map(plain).join(' ')}${paths.length > 20 ? ` and ${paths.length - 20} more` : ''}`

const wouldDo = ({ opens, made, changed, removed, assets, site }: ImportPlan): readonly string[] => [
  ...(opens ? [`The site ${site} is opened.`] : []),
  ...(made.length > 0 ? [`${made.length} pages are made: ${listed(made)}`] : []),
  ...(changed.length > 0 ? [`${changed.length} pages become other ones: ${listed(changed)}`] : []),
  ...(removed.length > 0 ? [`${removed.length} pages go into the bin for 30 days: ${listed(removed)}`] : []),
  `${assets.length} pictures and files come in, each made anew.`,
]
