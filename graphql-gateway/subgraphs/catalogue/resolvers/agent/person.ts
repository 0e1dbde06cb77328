// Agent.person
import type { AgentResolvers } from '../../schema/types.generated.ts'

export const person: AgentResolvers['person'] = ({ agentId, name, type }) =>
  agentId !== null && type === 'person' ? { _id: agentId, name } : null
