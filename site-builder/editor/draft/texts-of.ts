/** The words that an edit would have written. Pure. */
import type { Json, Op } from '@shuxiang/site-model'

function* words(value: Json): Iterable<string> {
  if (typeof value === 'string') {
    if (value.trim() !== '') yield value
  } else if (Array.isArray(value)) {
    for (const one of value) yield* words(one)
  } else if (typeof value === 'object' && value !== null) {
    if ('runs' in value) yield [...words(value['runs'] ?? [])].join('')
    else if ('text' in value && typeof value['text'] === 'string') yield value['text']
    else for (const one of Object.values(value)) yield* words(one)
  }
}

export function textsOfOp(op: Op): string[] {
  switch (op.op) {
    case 'setField':
    case 'setMeta':
      return op.value === undefined ? [] : [...words(op.value)]
    case 'insert':
      return Object.values(op.blocks).flatMap(({ fields }) => [...words(fields)])
    case 'remove':
    case 'move':
    case 'setSlotOrder':
    case 'setShow':
      return []
  }
}
