import { expect, it } from 'vitest'
import { classic, listed, poem } from '../../testing/answers.ts'
import { textWithSource, wholeText } from './copies.ts'

const origin = 'https://ndl.example'

it('a poem is copied with title, author, dynasty and address', () => {
  const text = wholeText(poem.text ?? [])
  expect(textWithSource(text, { title: '靜夜思', record: poem, chapter: null, witness: null, origin })).toBe(
    '床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n\n——〔唐〕李白《靜夜思》\nhttps://ndl.example/item/p4k7m2',
  )
})

it('a chapter names its poet and its work', () => {
  const record = { ...classic, chapters: [listed(2, '行宮', { creator: '元稹' })] }
  expect(textWithSource('寥落', { title: '行宮', record, chapter: 2, witness: null, origin })).toBe(
    '寥落\n\n——元稹《行宮》，《论语》\nhttps://ndl.example/item/lunyu?part=2',
  )
})

it('the text of another collection names it, and its address opens it', () => {
  const witness = { id: 'wschool', name: '唐诗三百首' }
  const copied = textWithSource('床前', { title: '靜夜思', record: poem, chapter: null, witness, origin })
  expect(copied).toBe(
    '床前\n\n——〔唐〕李白《靜夜思》，《唐诗三百首》\nhttps://ndl.example/item/p4k7m2?text=wschool',
  )
})
