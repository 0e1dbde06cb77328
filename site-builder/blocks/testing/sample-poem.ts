/** A poem as the graph gives it, for fixtures. */
import type { DailyPoemData } from '../operations.generated.ts'

export function poem(lines: readonly string[]): DailyPoemData {
  return {
    dailyPoem: {
      id: 'p1',
      title: '山居秋暝',
      titleBeside: null,
      language: 'zh-Hans',
      url: '/item/p1',
      agents: [{ name: '王维' }],
      period: { label: '唐' },
      text: lines.map((text) => ({ kind: 'verse', text })),
    },
  }
}
