// What the environment says of hosts: addresses that the product itself stands on, and who is asked for names.
import { txtByDns, type DomainParts } from '@shuxiang/subgraph-sites/content'

const VARIABLES = [
  'PUBLIC_ORIGIN',
  'SITES_ORIGIN',
  'CONSOLE_ORIGIN',
  'CONTENT_ORIGIN',
  'IDENTITY_ORIGIN',
  'ACTIVATION_ORIGIN',
  'KEYCLOAK_URL',
]

/** `DNS_SERVERS`: addresses of servers, such as `10.0.0.53 10.0.0.54:5300`, where those of the machine are not the right ones. */
export function domainParts(environment: NodeJS.ProcessEnv): DomainParts {
  const origins = VARIABLES.flatMap((name) => environment[name] || [])
  return {
    ownOrigins: [
      ...(environment['PUBLIC_ORIGIN'] ? [] : ['http://localhost']),
      ...origins.filter((origin) => URL.canParse(origin)),
    ],
    txtOf: txtByDns(environment['DNS_SERVERS']?.split(/[\s,]+/).filter(Boolean)),
  }
}
