/** What a section of the console is. Types only. */
import type { Component } from 'vue'
import type { Staff } from './staff/staff.ts'

/** What the frame gives to the page of a section. */
export interface SectionProps {
  /** Who is at work. */
  readonly staff: Staff
  /** Id of the library that is worked for; null: of all, which only a section with `all` is asked for. */
  readonly library: string | null
  /** Those that are theirs somewhere. */
  readonly sections: readonly Section[]
}

export interface Section {
  /** Last part of its address, `/console/<id>`; empty for the first page. */
  readonly id: string
  /** Key of its name among the messages. */
  readonly label: string
  /** Loads its page when it is opened. The page takes `SectionProps`; its parts begin with headings of the second level. */
  readonly page: () => Promise<{ readonly default: Component }>
  /**
   * Actions of the table of permissions: whoever may do one of them at a library is shown the section there. Null: it is
   * for everybody at work and of no library. It only shows and hides: the gateway decides.
   */
  readonly actions: readonly string[] | null
  /** Can be shown of all libraries at once, to whoever may do it at every one. */
  readonly all: boolean
}
