/// <reference lib="dom" />
/**
 * Files on their way in, kept on this device until they are there: a closed tab, an ended sign-in and an hour without network
 * lose none. They are bounded in number, size and age.
 */
import { z } from 'zod'
import { openDeviceStore } from '../saving/device-store.ts'

/** At most so many, and bytes of all together; further ones go on their way without being kept. */
export const mostKept = 30
export const mostKeptBytes = 120 * 1024 * 1024
/** Milliseconds. */
const longestKept = 7 * 24 * 3600 * 1000

const place = z.object({ page: z.string(), block: z.string(), control: z.string(), had: z.string() })
const about = z.object({
  key: z.string().min(1),
  at: place.nullable(),
  to: z.union([z.object({ library: z.string() }), z.object({ replaces: z.string() })]),
  kind: z.enum(['image', 'document', 'audio']),
  /** Milliseconds since 1970. */
  since: z.number(),
  /** Of those that were given at once. */
  order: z.number(),
})

/** All of a file that is on its way, but how far it is. */
export type KeptFile = z.infer<typeof about> & { readonly file: File }

/** Every call may fail where a browser keeps nothing; the file is on its way nevertheless. */
export interface KeptFiles {
  /** Those that are not too old, in the order in which they were given. */
  all(): Promise<readonly KeptFile[]>
  keep(file: KeptFile): Promise<void>
  forget(key: string): Promise<void>
}

const files = { name: 'shuxiang-editor-files', store: 'files', version: 1 }

/** `owner`: whose files they are and of which library, so that who signs in next on this device finds none of them. */
export function openKeptFiles(owner: string, factory: IDBFactory = indexedDB): KeptFiles {
  const device = openDeviceStore(files, factory)
  const ofOwner = IDBKeyRange.bound(`${owner} `, `${owner} \uffff`)
  const all = async (): Promise<readonly KeptFile[]> =>
    fitting(await device.read<unknown[]>((store) => store.getAll(ofOwner)), Date.now())
  return {
    all,
    async keep(file) {
      const there = (await all()).filter(({ key }) => key !== file.key)
      const bytes = there.reduce((sum, one) => sum + one.file.size, file.file.size)
      if (there.length >= mostKept || bytes > mostKeptBytes) return
      // Plain: what lives on the screen is reactive.
      const kept = { ...about.parse(file), file: file.file }
      await device.change((store) => void store.put(kept, `${owner} ${file.key}`))
    },
    forget: (key) => device.change((store) => void store.delete(`${owner} ${key}`)),
  }
}

/** Of what was found those that are whole and not too old: whatever wrote it, it is checked. */
export function fitting(found: readonly unknown[], now: number): readonly KeptFile[] {
  return found
    .flatMap((one) => {
      const parsed = about.safeParse(one)
      const file: unknown = Object(one).file
      if (!parsed.success || !(file instanceof File) || parsed.data.since < now - longestKept) return []
      return [{ ...parsed.data, file }]
    })
    .toSorted((one, other) => one.since - other.since || one.order - other.order)
}
