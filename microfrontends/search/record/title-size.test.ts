import { expect, it } from 'vitest'
import { titleSize } from './title-size.ts'

it.each([
  ['静夜思', ''],
  ['将赴吴兴登乐游原一绝', ''],
  ['At the Heron Lodge, in the late autumn', ''],
  ['奉和聖製從蓬萊向興慶閣道中留春雨中春望之作應制', 'long'],
  ['重'.repeat(44), 'long'],
  ['重'.repeat(84), 'very-long'],
  ['', ''],
] as const)('the title %s is set %s', (title, size) => {
  expect(titleSize(title)).toBe(size)
})
