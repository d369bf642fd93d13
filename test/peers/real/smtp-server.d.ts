/** It ships no types; this is the part of it that our tests use. */
declare module 'smtp-server' {
  import type { Server } from 'node:net'
  import type { Readable } from 'node:stream'

  type Session = {
    readonly envelope: {
      readonly mailFrom: false | { readonly address: string }
      readonly rcptTo: readonly { readonly address: string }[]
    }
  }
  type Done = (error?: (Error & { responseCode?: number }) | null) => void

  export class SMTPServer {
    connect(socket: unknown, options: unknown): void
    readonly connections: ReadonlySet<{ connectionReady: () => void }>
    constructor(options: {
      readonly authOptional?: boolean
      readonly disableReverseLookup?: boolean
      readonly disabledCommands?: readonly string[]
      readonly onRcptTo?: (address: { readonly address: string }, session: Session, done: Done) => void
      readonly onData?: (stream: Readable, session: Session, done: Done) => void
    })
    readonly server: Server
    listen(port: number, host: string, done: () => void): void
    on(what: 'error', heard: (error: Error) => void): void
    close(done: () => void): void
  }
}
