/** Whether this is `npm run test:long`, a night's run, and not `npm test`. */
export const isLong = process.env.CHINHDANH_TEST_LONG === '1'

/** How many of something a test does: so many in `npm test`, so many in `npm run test:long`. */
export const sized = (usual: number, long: number): number => (isLong ? long : usual)
