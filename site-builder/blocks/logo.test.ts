import { expect, it } from 'vitest'
import { askedLogo, logoOf } from './logo.ts'

const at = (name: string, width: number, ending = 'webp') => ({
  url: `/_files/${name.repeat(64)}.${ending}`,
  width,
})
const picture = { width: 1600, height: 800, variants: [at('a', 160), at('b', 320), at('c', 640)] }

it('takes the smallest file that is sharp at the head of a page', () => {
  expect(logoOf(picture)).toEqual({ url: at('b', 320).url, width: 320, height: 160 })
  expect(logoOf({ ...picture, variants: [at('a', 160)] })).toEqual({
    ...{ url: at('a', 160).url, width: 160, height: 80 },
  })
})

it('takes nothing that is no picture of ours', () => {
  const foreign = [{ url: 'https://elsewhere.example/x.webp', width: 300 }, at('d', 300, 'pdf')]
  expect(logoOf({ ...picture, variants: foreign })).toBeNull()
  expect(logoOf({ ...picture, height: 0 })).toBeNull()
})

it('leaves the seal where the answer has no picture', () => {
  const { query, of } = askedLogo('x')
  const answer = (siteAssets: unknown) => of(new Map([[query.key, { siteAssets }]]))
  const more = {
    ...{ id: 'x', described: true, decorative: true, alt: [], focal: { x: 0, y: 0 }, credit: '' },
    ...{ licence: 'OWN', width: 1600, height: 800 },
    variants: picture.variants.map((one) => ({ ...one, type: 'image/webp' })),
  }
  expect(answer([{ ...more, kind: 'PICTURE' }])?.width).toBe(320)
  expect(answer([{ ...more, kind: 'DOCUMENT' }])).toBeNull()
  expect(answer([null])).toBeNull()
  expect(of(new Map())).toBeNull()
})
