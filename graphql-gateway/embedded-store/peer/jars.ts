// The jars of mongo-java-server 1.47.0 (BSD licence), fetched once and checked against the sums below.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Path below a Maven repository, and SHA-256. */
const jars: readonly (readonly [path: string, sum: string])[] = [
  [
    'de/bwaldvogel/mongo-java-server-core/1.47.0/mongo-java-server-core-1.47.0.jar',
    '9a34c9ad6ac6261906295481838256033ec1efc8c93a3e3828e5d47a006b0bd4',
  ],
  [
    'de/bwaldvogel/mongo-java-server-memory-backend/1.47.0/mongo-java-server-memory-backend-1.47.0.jar',
    '82864f8a2ede1514f64c2cd3a70e8022c259eb3d78975cfa208c1668ac1f12bb',
  ],
  [
    'io/netty/netty-buffer/4.2.2.Final/netty-buffer-4.2.2.Final.jar',
    '4820eeb2d3db269b20b30711e3d7d21979664249aaf10fc67f90dee935810747',
  ],
  [
    'io/netty/netty-codec-base/4.2.2.Final/netty-codec-base-4.2.2.Final.jar',
    '76987614ccb2fda7d3292b69ba5b61351f30e91bf5c7d8fa4b51bc32c9f67456',
  ],
  [
    'io/netty/netty-common/4.2.2.Final/netty-common-4.2.2.Final.jar',
    '5d022f3acad74cb0f195f60213500a4000d1340e5e941edaf1a0e756686b9bae',
  ],
  [
    'io/netty/netty-handler/4.2.2.Final/netty-handler-4.2.2.Final.jar',
    'd4ef582c78125457baa0cfa52992b5fb1bb9172d1a2c03b726e8b26e17d3fe2c',
  ],
  [
    'io/netty/netty-resolver/4.2.2.Final/netty-resolver-4.2.2.Final.jar',
    'fa7841ffe2e39d52251814fb8560d6936b10ae7c67453ee50426b83fd5170ba0',
  ],
  [
    'io/netty/netty-transport/4.2.2.Final/netty-transport-4.2.2.Final.jar',
    '116d766a1af4722fe76a4cdaed969644985d44e08ec1337d2dbab697dd109603',
  ],
  [
    'org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar',
    '7b751d952061954d5abfed7181c1f645d336091b679891591d63329c622eb832',
  ],
]

/**
 * Files of the jars in a folder; what is missing is fetched from a Maven repository.
 * Throws when one cannot be had or is not the one expected.
 */
export async function fetchJars(folder: string, repository: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  return Promise.all(
    jars.map(async ([path, sum]) => {
      const file = join(folder, basename(path))
      const kept = await readFile(file).catch(() => null)
      if (kept && sumOf(kept) === sum) return file
      const response = await fetch(`${repository}/${path}`, { signal: AbortSignal.timeout(60_000) })
      if (!response.ok) throw new Error(`${basename(path)}: the repository answers ${response.status}`)
      const bytes = Buffer.from(await response.arrayBuffer())
      if (sumOf(bytes) !== sum) throw new Error(`${basename(path)} is not the file it should be`)
      await writeFile(`${file}.part`, bytes)
      await rename(`${file}.part`, file)
      return file
    }),
  )
}

const sumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
