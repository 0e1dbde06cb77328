/** JSON-LD stays one block of data. */
import { parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { jsonLdHtml } from './json-ld.ts'

test.each(['</script><img src=x onerror=alert(1)>', '<!--<script>', ']]>', '\u2028\u2029', '</SCRIPT >'])(
  '%j neither ends the block nor changes',
  (name) => {
    const tree = parseFragment(String(jsonLdHtml([{ name }])))
    expect(tree.childNodes).toHaveLength(1)
    const [script] = tree.childNodes
    const [text] = script && 'childNodes' in script ? script.childNodes : []
    expect(text && 'value' in text && JSON.parse(text.value)).toEqual({ name })
  },
)
