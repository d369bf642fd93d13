// Texts of the greatest length, made to be slow to read: one or two pieces repeated behind a beginning.

const longest = 2048

const beginnings = [
  '', 'https://a.vn/', 'https://a.vn/?', 'https://', '//', '@', '(', '[a](', '=HYPERLINK("', '<a href="',
  'https://www.facebook.com/', 'https://www.youtube.com/@', 'https://www.linkedin.com/in/', 'https://bsky.app/profile/',
  'mastodon.social/@', 'zalo 09',
]

const pieces = [
  'a', '0', '.', '-', '_', '/', '\\', '@', ':', ';', ',', '|', '<', '>', '"', "'", '`', '(', ')', '[', ']', '](', '{', '}',
  '%', '%E2', '%41', '%25', '%CC%81', 'e%CC%81', '&', '=', '?', '#', '#!/', '+', ' ', '\t', '\n', 'ệ', 'e\u0302\u0323',
  '\u0301', '\ud800', 'Ａ', '。', 'İ', 'a.', '1.', 'xn--', 'www.', 'http://', 'https:', ',http://', ',www.', '/../', '/./',
  'x.com/a ', 'a.vn/ ', 'ă.vn/ ', '//b.vn ', '@a@b.vn ', 'a@b ', '[a](//b.vn)', '<a href="//b.vn">', '</a>', 'href=',
  'facebook.com.', 'facebook.com ', 'utm_a&', '.rss', 'vv', 'rn', 'fb:', 'https://www.google.com/url?q=',
]

/** Every beginning with every piece, every two pieces in turn, and every piece after half a text of another. */
export function* worstCases(): Generator<string> {
  for (const beginning of beginnings) for (const piece of pieces) yield filled(beginning, piece)
  for (const one of pieces) {
    for (const other of pieces) {
      yield filled('', one + other)
      yield filled(filled('https://a.vn/', one).slice(0, longest / 2), other)
    }
  }
}

const filled = (beginning: string, piece: string) => (beginning + piece.repeat(longest)).slice(0, longest - 1) + 'z'
