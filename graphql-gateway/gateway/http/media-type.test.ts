// Which media type an answer takes, from what the client accepts.
import { expect, it } from 'vitest'
import { answerTypeOf, responseJson } from './media-type.ts'

const plain = 'application/json'
it.each([
  [undefined, plain],
  ['', plain],
  ['*/*', plain],
  ['application/*', plain],
  [plain, plain],
  [responseJson, responseJson],
  [`${responseJson}, ${plain}`, responseJson],
  [`${plain}, ${responseJson}`, plain],
  [`${responseJson};q=0.5, ${plain};q=0.9`, plain],
  [`${plain};q=0.5, */*;q=0.8`, responseJson],
  [`${plain};q=0, */*`, responseJson],
  [`${responseJson.toUpperCase()}; charset=utf-8`, responseJson],
  ['text/html', null],
  [`${plain};q=0`, null],
])('%s gets %s', (accept, type) => expect(answerTypeOf(accept)).toBe(type))
