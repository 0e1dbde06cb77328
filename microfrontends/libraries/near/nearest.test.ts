// Which region is nearest, by places whose region everybody knows.
import { expect, it } from 'vitest'
import { nearestRegion } from './nearest.ts'

it.each([
  ['浙江图书馆', 30.266, 120.133, '3301'],
  ['余杭 临平', 30.42, 120.3, '3301'],
  ['国家图书馆', 39.943, 116.318, '11'],
  ['上海图书馆', 31.209, 121.437, '31'],
  ['重庆 渝中', 29.56, 106.57, '50'],
  ['广州图书馆', 23.119, 113.323, '4401'],
  ['乌鲁木齐', 43.82, 87.61, '6501'],
  ['拉萨', 29.65, 91.12, '5401'],
  ['恩施', 30.28, 109.48, '4228'],
  ['三亚', 18.25, 109.51, '4602'],
  ['香港, of which no library is listed', 22.28, 114.16, '4403'],
])('%s', (_name, latitude, longitude, region) => {
  expect(nearestRegion({ latitude, longitude })).toBe(region)
})

it('is some region wherever one is', () => {
  for (const latitude of [-90, 0, 90])
    for (const longitude of [-180, 0, 180])
      expect(nearestRegion({ latitude, longitude })).toMatch(/^\d{2}(?:\d{2})?$/)
})
