// A site as one signed file: packed the same for the same site, opened only when every byte is as it was signed.
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { canonicalJson } from '@shuxiang/site-model'
import { z } from 'zod'
import { largestArchive, largestMember, mostMembers } from './bounds.ts'
import { contentText, readContent, type SiteContent } from './content.ts'
import { readTar, writeTar, type ArchivedFile } from './tar.ts'

const format = 1
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const manifest = z.strictObject({
  format: z.literal(format),
  /** Code of the site that it was. */
  from: z.string().regex(/^[a-z][a-z0-9]{1,30}$/),
  /** What the installation calls itself, such as its address. Only its key proves anything. */
  installation: z.string().max(200),
  /** Of `contentText`: the same for the same site, wherever it stands. */
  content: hash,
  files: z
    .array(z.strictObject({ name: z.string(), bytes: z.int().min(0).max(largestMember), sha256: hash }))
    .max(mostMembers),
})
const signature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** SubjectPublicKeyInfo (RFC 8410) in base64. */
  key: z.string().max(200),
  signature: z.string().max(200),
})

export interface Installation {
  readonly name: string
  /** Ed25519. */
  readonly privateKey: KeyObject
}

/** SHA-256 of the public part of a key, by which people compare keys. */
export function fingerprintOf(key: KeyObject): string {
  const open = key.type === 'private' ? createPublicKey(key) : key
  return sha256(open.export({ type: 'spki', format: 'der' }))
}

/** The content's hash is equal for equal sites; so are the bytes, for one installation. */
export function packSite(
  from: string,
  content: SiteContent,
  { name, privateKey }: Installation,
): { readonly bytes: Buffer; readonly content: string } {
  const text = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))
  const members: ArchivedFile[] = [
    { name: 'site.json', content: Buffer.from(canonicalJson({ ...content.site })) },
    ...[...content.documents].map(([id, doc]) => ({
      name: `pages/${id}.json`,
      content: Buffer.from(canonicalJson(doc)),
    })),
    ...[...content.files].map(([id, bytes]) => ({ name: `assets/${id}`, content: bytes })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1))
  const contentHash = sha256(contentText(content))
  const list = members.map((one) => ({
    name: one.name,
    bytes: one.content.length,
    sha256: sha256(one.content),
  }))
  const said = text({ format, from, installation: name, content: contentHash, files: list })
  const signed = text({
    algorithm: 'Ed25519',
    key: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64'),
    signature: sign(null, said, privateKey).toString('base64'),
  })
  const bytes = writeTar([
    { name: 'manifest.json', content: said },
    { name: 'signature.json', content: signed },
    ...members,
  ])
  return { bytes, content: contentHash }
}

export interface OpenedArchive {
  readonly content: SiteContent
  readonly from: string
  /** What the installation calls itself. */
  readonly installation: string
  /** Of the key that has signed it. */
  readonly fingerprint: string
  readonly hash: string
}

export type Opened =
  | { readonly ok: true; readonly archive: OpenedArchive }
  | { readonly ok: false; readonly faults: readonly string[] }

const isMember = (name: string): boolean =>
  /^(?:(?:manifest|signature|site)\.json|pages\/page-\d{4}\.json|assets\/asset-\d{18})$/.test(name)

/** Opens what anybody may have made. Whether its signer is to be trusted is for who asks. */
export function openArchive(bytes: Uint8Array): Opened {
  const refused = (...faults: string[]): Opened => ({ ok: false, faults })
  if (bytes.length > largestArchive) return refused('The file is larger than 512 MB.')
  const tar = readTar(bytes, isMember, mostMembers)
  if (!tar.ok) return refused(`This is no exported site: ${tar.fault}.`)
  const { files } = tar
  const said = files.get('manifest.json') ?? new Uint8Array()
  const listed = parsed(manifest, said)
  const signed = parsed(signature, files.get('signature.json'))
  if (!listed || !signed)
    return refused(
      'This is no exported site of a version that is known here: what it says of itself cannot be read.',
    )
  const key = publicKey(signed.key)
  if (!key || !verify(null, said, key, Buffer.from(signed.signature, 'base64')))
    return refused('The signature does not fit: the file was changed after it was exported, or is damaged.')
  for (const { name, bytes: length, sha256: wanted } of listed.files) {
    const member = files.get(name)
    if (!member || member.length !== length || sha256(member) !== wanted)
      return refused(`${name.slice(0, 60)} is not as it was signed: the file was changed, or is damaged.`)
  }
  const names = new Set(listed.files.map(({ name }) => name))
  if (names.size !== listed.files.length || files.size !== names.size + 2)
    return refused('The file holds more than was signed.')
  const read = readContent(files)
  if (!read.ok) return read
  if (sha256(contentText(read.content)) !== listed.content)
    return refused('The content is not what the file says it is.')
  const { from, installation, content } = listed
  return {
    ok: true,
    archive: { content: read.content, from, installation, fingerprint: fingerprintOf(key), hash: content },
  }
}

function parsed<Value>(shape: z.ZodType<Value>, bytes: Uint8Array | undefined): Value | null {
  try {
    return shape.parse(JSON.parse(Buffer.from(bytes ?? []).toString('utf8')))
  } catch {
    return null
  }
}

function publicKey(base64: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
