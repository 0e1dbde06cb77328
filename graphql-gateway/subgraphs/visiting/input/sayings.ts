// Contact, lending rules, notices and events that forms send, checked.
import { badInput } from '@shuxiang/subgraph-kit'
import { mostTelephones } from '../bounds.ts'
import { isDay } from '../calendar/day.ts'
import type {
  ContactInput,
  LendingRulesInput,
  LibraryEventInput,
  NoticeInput,
} from '../schema/types.generated.ts'
import type { Contact, Event, LendingRules, Notice } from '../store/documents.ts'
import { readDays } from './hours.ts'
import { readEmail, readLine, readLink, readNames, readTelephone, readTexts } from './texts.ts'

/** Errors of all: BAD_USER_INPUT with a sentence that says which field is meant. */
export function readContact(input: ContactInput): Contact {
  const { telephones, complaints } = input
  if (telephones.length > mostTelephones) throw badInput(`telephones: give at most ${mostTelephones}.`)
  return {
    address: readNames('address', input.address, 0),
    postalCode: readPostalCode(input.postalCode),
    telephones: telephones.map(({ name, number }, n) => ({
      name: readNames(`telephones ${n + 1} name`, name, 0),
      number: required(`telephones ${n + 1} number`, readTelephone(`telephones ${n + 1} number`, number)),
    })),
    email: readEmail('email', input.email),
    wechat: readLine('wechat', input.wechat),
    directions: readTexts('directions', input.directions, 0),
    access: readTexts('access', input.access, 0),
    complaints: {
      telephone: readTelephone('complaints telephone', complaints.telephone),
      email: readEmail('complaints email', complaints.email),
      text: readTexts('complaints text', complaints.text, 0),
    },
  }
}

export function readLendingRules({ text, link }: LendingRulesInput): LendingRules {
  const rules = { text: readTexts('text', text, 0), link: readLink('link', link) }
  if (Object.keys(rules.text).length === 0 && rules.link === null)
    throw badInput('Give the rules as a text, or a link to them.', 'empty')
  return rules
}

export function readNotice(input: NoticeInput): Notice {
  const { urgent, pinned, from } = input
  const until = input.until ?? null
  readDays(from, until ?? from, 'until')
  return {
    title: readNames('title', input.title, 1),
    text: readTexts('text', input.text, 0),
    urgent,
    pinned,
    from,
    until,
    link: readLink('link', input.link),
  }
}

export function readEvent(input: LibraryEventInput): Event {
  const { begins, ends, state } = input
  if (!isTime(begins) || !isTime(ends))
    throw badInput('begins, ends: give times as YYYY-MM-DDTHH:MM.', 'time')
  if (ends <= begins) throw badInput('ends: give a time that is later than when it begins.', 'time')
  return {
    title: readNames('title', input.title, 1),
    text: readTexts('text', input.text, 0),
    begins,
    ends,
    place: readNames('place', input.place, 0),
    link: readLink('link', input.link),
    audience: readNames('audience', input.audience, 0),
    state,
  }
}

function readPostalCode(text: string | null | undefined): string | null {
  const code = readLine('postalCode', text)
  if (code === null || /^\d{6}$/.test(code)) return code
  throw badInput('postalCode: give six digits.')
}

function required(argument: string, text: string | null): string {
  if (text === null) throw badInput(`${argument}: give it, or take the line out.`)
  return text
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10))
}
