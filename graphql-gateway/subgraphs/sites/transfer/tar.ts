// Tape archives (POSIX.1-1988, ustar) of plain files: written the same for the same files, read strictly. Pure.

export interface ArchivedFile {
  readonly name: string
  readonly content: Uint8Array
}

const block = 512
/** Where the fields of a header stand, and how long they are. */
const field = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
} as const
const plainFile = '0'
const ustar = 'ustar\x0000'

const padded = (bytes: number): number => Math.ceil(bytes / block) * block
const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`

function sumOf(header: Uint8Array): number {
  const [from, length] = field.checksum
  // The checksum counts as spaces.
  return header.reduce((sum, byte, at) => sum + (at >= from && at < from + length ? 32 : byte), 0)
}

function headerOf(name: string, bytes: number): Buffer {
  const header = Buffer.alloc(block)
  const put = ([at, length]: readonly [number, number], text: string): void =>
    void header.write(text, at, length, 'latin1')
  put(field.name, name)
  put(field.mode, octal(0o644, 8))
  put(field.uid, octal(0, 8))
  put(field.gid, octal(0, 8))
  put(field.size, octal(bytes, 12))
  put(field.mtime, octal(0, 12))
  put(field.type, plainFile)
  put(field.magic, ustar)
  put(field.checksum, `${sumOf(header).toString(8).padStart(6, '0')}\0 `)
  return header
}

/** In the order that is given, without times and owners. Errors: `RangeError` for a name that has no room. */
export function writeTar(files: readonly ArchivedFile[]): Buffer {
  const parts: Uint8Array[] = []
  for (const file of files) {
    if (!/^[\x21-\x7e]{1,100}$/.test(file.name))
      throw new RangeError(`${file.name} is no name for an archive.`)
    parts.push(
      headerOf(file.name, file.content.length),
      file.content,
      Buffer.alloc(padded(file.content.length) - file.content.length),
    )
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * block)])
}

export type ReadTar =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly fault: string }

/** Only what `writeTar` writes: links, folders, long names and sparse files are refused. Nothing is written anywhere. */
export function readTar(bytes: Uint8Array, isName: (name: string) => boolean, mostFiles: number): ReadTar {
  const files = new Map<string, Uint8Array>()
  const bad = (fault: string): ReadTar => ({ ok: false, fault })
  for (let at = 0; ;) {
    const header = bytes.subarray(at, at + block)
    if (header.length < block) return bad('it ends early')
    if (header.every((byte) => byte === 0)) {
      const rest = bytes.subarray(at)
      return rest.length >= 2 * block && rest.every((byte) => byte === 0)
        ? { ok: true, files }
        : bad('there is something behind its end')
    }
    const text = ([from, length]: readonly [number, number]): string =>
      Buffer.from(header.subarray(from, from + length)).toString('latin1')
    const size = text(field.size)
    if (!/^[0-7]{11}\0$/.test(size) || text(field.type) !== plainFile || text(field.magic) !== ustar)
      return bad('it holds something else than plain files')
    const name = text(field.name).replace(/\0+$/, '')
    if (!isName(name) || files.has(name)) return bad('it holds a file that does not belong into it')
    if (files.size >= mostFiles) return bad(`it holds more than ${mostFiles} files`)
    const length = Number.parseInt(size, 8)
    if (!headerOf(name, length).equals(header)) return bad('a header is damaged')
    const from = at + block
    at = from + padded(length)
    if (at > bytes.length) return bad('it ends early')
    if (bytes.subarray(from + length, at).some((byte) => byte !== 0)) return bad('it is damaged')
    files.set(name, bytes.subarray(from, from + length))
  }
}
