/** Days for which a person may make a token. */
export const lives = [30, 90, 365] as const
