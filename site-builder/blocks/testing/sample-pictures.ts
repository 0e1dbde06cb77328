/** Pictures as the graph answers them. */
import type { SitePicture } from '../pictures.ts'

const digest = (n: number): string => n.toString(16).padStart(2, '0').repeat(32)

/** `n`: which one; pictures of different numbers have different files. */
export const samplePicture = (n: number, facts: Partial<SitePicture> = {}): SitePicture => ({
  id: `picture-${n}`,
  kind: 'PICTURE',
  described: true,
  decorative: false,
  width: 1600,
  height: 1067,
  variants: [
    { url: `/_files/${digest(n)}.webp`, type: 'image/webp', width: 480 },
    { url: `/_files/${digest(n + 60)}.webp`, type: 'image/webp', width: 1600 },
    { url: `/_files/${digest(n + 120)}.jpg`, type: 'image/jpeg', width: 960 },
  ],
  alt: [
    { language: 'zh-CN', text: '雪后的馆舍，门前一条扫出的小路' },
    { language: 'en', text: 'The library in the snow, a path swept to its door' },
  ],
  focal: { x: 0.5, y: 0.2 },
  credit: '',
  licence: 'OWN',
  ...facts,
})
