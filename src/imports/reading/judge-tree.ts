import { codeKey } from './clean.ts'
import { limits } from './limits.ts'
import type { Rejected, RowReason, StandingUnit, UnitLine } from './types.ts'

type Node = {
  readonly code: string
  readonly parent: string | null
  readonly line?: UnitLine
  level?: number
  metFrom?: Node
  reason?: RowReason
}

/** Which units have a place in the tree, together with the units that the register has. Order does not matter. */
export function judgeTree(lines: readonly UnitLine[], standing: ReadonlyMap<string, StandingUnit>) {
  const nodes = nodesOf(lines, standing)
  for (const node of nodes.values()) settle(node, nodes)
  const good: UnitLine[] = []
  const rejected: Rejected[] = []
  for (const { line, reason, parent, code, level } of nodes.values()) {
    if (!line) continue
    if (reason) rejected.push({ row: line.row, reason })
    else
      good.push({
        ...line,
        code,
        level: level ?? 0,
        parent: line.parent === undefined ? undefined : spelling(parent, nodes),
      })
  }
  return { good, rejected }
}

/** A file that says nothing of a parent leaves a unit where it is. The first spelling of a code stays, the register's before the file's. */
function nodesOf(lines: readonly UnitLine[], standing: ReadonlyMap<string, StandingUnit>): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>()
  for (const [key, { closed, ...unit }] of standing)
    nodes.set(key, closed ? { ...unit, reason: 'missing_parent' } : unit)
  for (const line of lines) {
    const key = codeKey(line.code)
    const there = standing.get(key)
    const parent = line.parent === undefined ? (there?.parent ?? null) : line.parent
    const taken = there?.closed ? ({ reason: 'duplicate_code' } as const) : {}
    nodes.set(key, { code: there?.code ?? line.code, parent, line, ...taken })
  }
  return nodes
}

const spelling = (parent: string | null, nodes: ReadonlyMap<string, Node>) =>
  parent === null ? null : (nodes.get(codeKey(parent)) as Node).code

/** Goes up to the first unit that is settled already, and settles all on the way: each is looked at once. */
function settle(start: Node, nodes: ReadonlyMap<string, Node>): void {
  const way: Node[] = []
  let node: Node | undefined = start
  while (node && node.level === undefined && !node.reason && node.metFrom !== start) {
    way.push(node)
    node.metFrom = start
    node = node.parent === null ? undefined : nodes.get(codeKey(node.parent))
  }
  if (node?.metFrom === start && !node.reason) for (const one of way.slice(way.indexOf(node))) one.reason = 'cycle'
  for (const one of way.reverse()) if (!one.reason) place(one, nodes)
}

function place(node: Node, nodes: ReadonlyMap<string, Node>): void {
  const above = node.parent === null ? undefined : nodes.get(codeKey(node.parent))
  if (node.parent !== null && above?.level === undefined) node.reason = 'missing_parent'
  else if ((above?.level ?? 0) >= limits.levels) node.reason = 'too_deep'
  else node.level = (above?.level ?? 0) + 1
}
