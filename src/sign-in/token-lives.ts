/** Days for which a token may be made: none lives for ever. */
export const lives = [7, 30, 90, 365] as const
