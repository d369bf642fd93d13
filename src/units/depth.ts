/** No tree of an organisation is deeper; a chain that goes on is a mistake. */
export const deepest = 20

/** How deep a unit stands; a root stands at 1. */
export const depthOf = (path: string): number => path.split('.').length

/** The ids from the root to a unit, the unit last. */
export const idsIn = (path: string): string[] => path.split('.').map((label) => label.replaceAll('_', '-'))
