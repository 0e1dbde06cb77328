// The sign-in flow. A flow that people sign in with is never changed under them: another one is built beside it and put
// in its place by one setting, so that a run which is ended in between leaves the old one as it was.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { AdminClient } from '../admin-client/client.ts'
import type { Realm } from '../realm/index.ts'
import { at, type Section, shown, type Step, there } from './step.ts'

type Flow = Realm['authenticationFlows'][number]
type Execution = Flow['authenticationExecutions'][number]

const flowShape = z.object({ id: z.string(), alias: z.string(), builtIn: z.boolean().optional() }).loose()
const executionShape = z
  .object({
    id: z.string(),
    level: z.number(),
    requirement: z.string(),
    displayName: z.string().optional(),
    providerId: z.string().optional(),
    flowId: z.string().optional(),
    authenticationFlow: z.boolean().optional(),
    authenticationConfig: z.string().optional(),
  })
  .loose()
const configShape = z.object({ config: z.record(z.string(), z.string()).default({}) }).loose()
const bound = z.object({ browserFlow: z.string() }).loose()

/** What tells flows built one after the other apart: eight signs after their name. */
const mark = / [0-9a-f]{8}$/

export const flows: Section = {
  name: 'sign-in flow',
  async plan({ realm, admin }) {
    const wanted = stepsOf(realm, realm.browserFlow, 0)
    const { browserFlow: present } = there(await admin.get('', bound), 'the realm')
    const all = (await admin.get('/authentication/flows', z.array(flowShape))) ?? []
    const live = await stepsIn(admin, present)
    const right = present.replace(mark, '') === realm.browserFlow && signatureOf(live) === signatureOf(wanted)
    const others = all.filter(
      ({ alias, builtIn }) =>
        alias !== present && builtIn !== true && alias.replace(mark, '') === realm.browserFlow,
    )
    if (right)
      return others.map(({ id, alias }) => ({
        said: `${alias}: not used any more, without it`,
        run: () => admin.delete(`/authentication/flows/${id}`),
      }))
    const alias = aliasFor(realm.browserFlow, wanted, present)
    const changed = changedSteps(live, wanted)
    return [
      {
        said: `people sign in by ${shown(alias)} in place of ${shown(present)}${changed === '' ? '' : `: ${changed}`}`,
        async run() {
          for (const flow of all)
            if (flow.alias === alias) await admin.delete(`/authentication/flows/${flow.id}`)
          await build(admin, realm, alias)
          await admin.put('', { browserFlow: alias })
        },
      },
      ...others.filter((flow) => flow.alias !== alias).map((flow) => removal(admin, flow)),
      ...all
        .filter((flow) => flow.alias === present && present.replace(mark, '') === realm.browserFlow)
        .map((flow) => removal(admin, flow)),
    ]
  },
}

const removal = (admin: AdminClient, { id, alias }: z.infer<typeof flowShape>): Step => ({
  said: `${alias}: not used any more, without it`,
  run: () => admin.delete(`/authentication/flows/${id}`),
})

/** A step as both the file and a live flow can say it. */
interface FlowStep {
  readonly level: number
  readonly requirement: string
  /** An authenticator, or the name of a flow in quotation marks. */
  readonly what: string
  readonly config: Readonly<Record<string, string>>
}

const signatureOf = (steps: readonly FlowStep[]): string =>
  JSON.stringify(
    steps.map(({ level, requirement, what, config }) => [
      level,
      requirement,
      what,
      Object.entries(config).toSorted(),
    ]),
  )

function flowOf(realm: Realm, alias: string): Flow {
  return there(
    realm.authenticationFlows.find((flow) => flow.alias === alias),
    `the flow ${alias} of the realm file`,
  )
}

function configOf(realm: Realm, { authenticatorConfig }: Execution): Readonly<Record<string, string>> {
  return realm.authenticatorConfig.find(({ alias }) => alias === authenticatorConfig)?.config ?? {}
}

function stepsOf(realm: Realm, alias: string, level: number): readonly FlowStep[] {
  return flowOf(realm, alias)
    .authenticationExecutions.toSorted((a, b) => a.priority - b.priority)
    .flatMap((one) => {
      const step = { level, requirement: one.requirement, config: configOf(realm, one) }
      return one.flowAlias === undefined
        ? [{ ...step, what: one.authenticator ?? '' }]
        : [{ ...step, what: JSON.stringify(one.flowAlias) }, ...stepsOf(realm, one.flowAlias, level + 1)]
    })
}

async function stepsIn(admin: AdminClient, alias: string): Promise<readonly FlowStep[]> {
  const found = await admin.get(`/authentication/flows/${at(alias)}/executions`, z.array(executionShape))
  return Promise.all(
    (found ?? []).map(async (one) => {
      const config =
        one.authenticationConfig === undefined
          ? null
          : await admin.get(`/authentication/config/${one.authenticationConfig}`, configShape)
      const what = one.authenticationFlow
        ? JSON.stringify((one.displayName ?? '').replace(mark, ''))
        : one.providerId
      return {
        level: one.level,
        requirement: one.requirement,
        what: what ?? '',
        // One setting names a flow.
        config: Object.fromEntries(
          Object.entries(config?.config ?? {}).map(([name, value]) => [name, value.replace(mark, '')]),
        ),
      }
    }),
  )
}

/** A name that the flow in use has not, the same in each run until this flow is in use. */
function aliasFor(name: string, wanted: readonly FlowStep[], present: string): string {
  for (let turn = 0; ; turn++) {
    const hash = createHash('sha256')
      .update(`${turn} ${signatureOf(wanted)}`)
      .digest('hex')
    const alias = `${name} ${hash.slice(0, 8)}`
    if (alias !== present) return alias
  }
}

function changedSteps(live: readonly FlowStep[], wanted: readonly FlowStep[]): string {
  const lines = (steps: readonly FlowStep[]): readonly string[] =>
    steps.map(({ what, requirement, config }) => `${what} ${requirement} ${JSON.stringify(config)}`)
  const [before, after] = [lines(live), lines(wanted)]
  return [
    ...after.filter((line) => !before.includes(line)).map((line) => `with ${line}`),
    ...before.filter((line) => !after.includes(line)).map((line) => `without ${line}`),
  ].join('; ')
}

/** Builds the flow whole under a name of its own; nobody signs in with it yet. */
async function build(admin: AdminClient, realm: Realm, alias: string): Promise<void> {
  const suffix = mark.exec(alias)?.[0] ?? ''
  const { description, providerId } = flowOf(realm, realm.browserFlow)
  await admin.post('/authentication/flows', {
    alias,
    description,
    providerId,
    topLevel: true,
    builtIn: false,
  })
  await fill(admin, realm, realm.browserFlow, suffix)
}

async function fill(admin: AdminClient, realm: Realm, name: string, suffix: string): Promise<void> {
  const path = `/authentication/flows/${at(`${name}${suffix}`)}/executions`
  const steps = flowOf(realm, name).authenticationExecutions.toSorted((a, b) => a.priority - b.priority)
  for (const step of steps) {
    const made =
      step.flowAlias === undefined
        ? await admin.post(`${path}/execution`, { provider: step.authenticator })
        : await admin.post(`${path}/flow`, {
            alias: `${step.flowAlias}${suffix}`,
            type: 'basic-flow',
            provider: '',
            description: flowOf(realm, step.flowAlias).description,
          })
    const list = (await admin.get(path, z.array(executionShape))) ?? []
    const one = there(
      list.find(({ id, flowId }) => made !== null && (id === made || flowId === made)),
      `a step of ${name}`,
    )
    await admin.put(path, { ...one, requirement: step.requirement })
    const config = configOf(realm, step)
    if (Object.keys(config).length > 0)
      await admin.post(`/authentication/executions/${one.id}/config`, {
        alias: `${step.authenticatorConfig}${suffix}`,
        config: Object.fromEntries(
          Object.entries(config).map(([field, value]) => [
            field,
            realm.authenticationFlows.some((flow) => flow.alias === value) ? `${value}${suffix}` : value,
          ]),
        ),
      })
    if (step.flowAlias !== undefined) await fill(admin, realm, step.flowAlias, suffix)
  }
}
