const mega = 1024 * 1024

/** What a file from outside may be. Everything beyond is refused before it is taken apart, or as soon as it is met. */
export const limits = {
  bytes: 10 * mega,
  columns: 100,
  rows: 100_000,
  /** The header stands in one of the first rows. */
  headRows: 10,
  cell: 2_000,
  levels: 20,
  unpacked: 100 * mega,
  /** One entry of an archive may unpack to this much whatever its ratio … */
  entry: 10 * mega,
  /** … and beyond it to so many times its packed size. */
  ratio: 200,
  milliseconds: 10_000,
  megabytes: 512,
} as const
