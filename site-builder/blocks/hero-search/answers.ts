/** What the queries of `hero-search` answer, checked. */
import { z } from 'zod'

const label = z.string().max(2000)

export const homeKinds = z.object({
  search: z.object({
    totalCount: z.int().min(0),
    facets: z
      .array(
        z.object({
          name: label,
          values: z.array(z.object({ value: label, label, count: z.int().min(0) })).max(100),
        }),
      )
      .max(1),
  }),
})
export type HomeKinds = z.infer<typeof homeKinds>

export const dailyPoem = z.object({
  dailyPoem: z.object({
    id: label,
    title: label,
    language: label,
    url: label,
    agents: z.array(z.object({ name: label })).max(50),
    period: z.object({ label }).nullable(),
    text: z
      .array(z.object({ kind: label, text: z.string().max(20_000) }))
      .max(2000)
      .nullable(),
  }),
})
export type DailyPoem = z.infer<typeof dailyPoem>['dailyPoem']
