import { readFileSync } from 'node:fs'

/** A process that cannot be mistaken for a later one with the same number: `boot-pid-start`. */
export const markOf = (pid: number): string | undefined => {
  const start = startOf(pid)
  return start && `${boot()}-${pid}-${start}`
}

/** Whether the process of a mark lives; what follows the mark in the name does not matter. */
export const isLiving = (name: string): boolean => {
  const [boot, pid, start] = name.split('-')
  return Number(pid) > 0 && markOf(Number(pid)) === `${boot}-${pid}-${start}`
}

/** Field 22 of /proc/PID/stat: clock ticks from boot to the start. A zombie has ended: its parent merely has not looked. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ') // the name may hold spaces and brackets
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/** Ticks start again at each boot, so the boot is part of the mark. */
function boot(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
  } catch {
    return 'boot'
  }
}
