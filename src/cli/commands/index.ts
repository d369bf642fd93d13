import { addressCommand } from './address.ts'
import { doctorCommand } from './doctor.ts'
import { importCommand } from './import.ts'
import { importUndoCommands } from './import-undo.ts'
import { mailCommands } from './mail.ts'
import { migrateCommand } from './migrate.ts'
import { organisationCommands } from './organisation.ts'
import { pushCommands } from './push.ts'
import { roleCommands } from './roles.ts'
import { scimCommands } from './scim.ts'
import { demoCommand, serveCommand } from './serve.ts'

export const commands = {
  serve: serveCommand,
  demo: demoCommand,
  migrate: migrateCommand,
  doctor: doctorCommand,
  address: addressCommand,
  import: importCommand,
  ...importUndoCommands,
  ...organisationCommands,
  ...scimCommands,
  ...roleCommands,
  ...mailCommands,
  ...pushCommands,
}
