// A picture is read, turned the right way up and written anew in a few widths: nothing but its pixels is kept.
import sharp, { type Sharp } from 'sharp'
import { fallbackWidth, longestSide, mostPixels, widths } from '../bounds.ts'
import { Refused, type Made, type MadeFile, type SniffedType } from './made.ts'

/** Dots per inch at which a drawing without pixels is read first; its own size says how it is read then. */
const drawingDensity = 72
const mostDensity = 7_200

// One file at a time, on a machine that has readers to serve.
sharp.concurrency(1)
sharp.cache(false)

/** Errors: `Refused`. Metadata (place, camera, thumbnails, comments) are left behind, colours are brought to sRGB. */
export async function workOnPicture(bytes: Uint8Array, sniffed: SniffedType): Promise<Made> {
  const density = sniffed === 'image/svg+xml' ? await densityOf(bytes) : drawingDensity
  const source = open(bytes, density)
  const { width, height, hasAlpha } = await reading(() => factsOf(source))
  const largest = Math.min(width, widths.at(-1) ?? width)
  const wanted = [...widths.filter((one) => one < largest), largest]
  const files: MadeFile[] = []
  for (const one of wanted)
    files.push(await made(sized(source, one).webp({ quality: 80, effort: 4 }), 'image/webp'))
  const fallback = sized(source, Math.min(width, fallbackWidth))
  files.push(
    hasAlpha
      ? await made(fallback.png({ compressionLevel: 9, palette: true }), 'image/png')
      : await made(fallback.jpeg({ quality: 82, mozjpeg: true }), 'image/jpeg'),
  )
  return { sniffed, width, height, pages: 0, files }
}

const open = (bytes: Uint8Array, density: number): Sharp =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1, density, autoOrient: true })

/** As it is looked at: turned the way up that the camera noted. */
async function factsOf(source: Sharp) {
  const { autoOrient, hasAlpha = false, width, height } = await source.clone().metadata()
  if (width * height > mostPixels) throw new Refused('pixels', 'The picture has too many pixels.')
  return { ...autoOrient, hasAlpha }
}

function sized(source: Sharp, width: number): Sharp {
  const place = { width, height: longestSide, fit: 'inside', withoutEnlargement: true } as const
  return source.clone().resize(place).toColourspace('srgb')
}

async function made(picture: Sharp, type: MadeFile['type']): Promise<MadeFile> {
  const { data, info } = await reading(() => picture.toBuffer({ resolveWithObject: true }))
  return { type, width: info.width, height: info.height, content: data }
}

/** A drawing is read as large as its widest variant, however small it says it is. */
async function densityOf(bytes: Uint8Array): Promise<number> {
  const { width } = await reading(() => open(bytes, drawingDensity).metadata())
  const wanted = widths.at(-1) ?? width
  return Math.min(Math.max(drawingDensity, Math.ceil((drawingDensity * wanted) / width)), mostDensity)
}

async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused || !(error instanceof Error)) throw error
    if (/pixel limit|too large|dimensions/i.test(error.message))
      throw new Refused('pixels', 'The picture has too many pixels.')
    throw new Refused('broken', `The picture cannot be read: ${error.message}`)
  }
}
