// The rules line by line, where the corpus has no case of its own. `→` stands between a text and what it means:
// the canonical form, `via content` where it was read out of a post, or the reason of the refusal.
import { describe, expect, test } from 'vitest'
import { recognise } from './index.ts'
import type { Platform } from './types.ts'

function meaning(input: string, hint?: Platform): string {
  const { address, error } = recognise(input, hint)
  return address ? `${address.canonical}${address.via ? ' via content' : ''}` : error
}

function cases(title: string, table: readonly (readonly [input: string, expected: string, hint?: Platform])[]): void {
  describe(title, () => {
    for (const [input, expected, hint] of table) {
      const shown = `${JSON.stringify(input).slice(0, 90)}${hint ? ` as ${hint}` : ''} → ${expected}`
      test(shown, () => expect(meaning(input, hint)).toBe(expected))
    }
  })
}

cases('1: what is nothing is empty, whatever the hint', [
  ['\u200b \u00a0\u2060', 'empty'],
  ['Không', 'empty'],
  ['kho\u0302ng', 'empty'],
  ['KHÔNG CÓ', 'empty'],
  ['N/A', 'empty'],
  ['0', 'empty', 'zalo'],
  ['x', 'empty', 'x'],
  ['–', 'empty'],
  ['—', 'empty'],
  ['\u00adhttps://x.com/quochoitv\u00ad', 'https://x.com/quochoitv'],
  ['\u061chttps://x.com/quochoitv\u0007', 'https://x.com/quochoitv'],
])

cases('2: 2,048 units are counted after trimming', [
  [`https://a.vn/${'b'.repeat(2035)}`, `https://a.vn/${'b'.repeat(2035)}`],
  [`https://a.vn/${'b'.repeat(2036)}`, 'too_long'],
  [`${' '.repeat(3000)}https://x.com/quochoitv`, 'https://x.com/quochoitv'],
  [`https://a.vn/${'ệ'.repeat(1000)}`, 'too_long'],
  [`https://a.vn/${'ệ'.repeat(300)}`, 'too_long'],
  [`https://a.vn/${'ệ'.repeat(2)}`, 'https://a.vn/%E1%BB%87%E1%BB%87'],
])

cases('3: nothing may hide inside the text or, percent-encoded, in the path', [
  ['https://x.com/quo\u00adchoitv', 'hidden_characters'],
  ['https://x.com/quo\u0000choitv', 'hidden_characters'],
  ['https://x.com/quo\u2066choitv', 'hidden_characters'],
  ['https://x.com/quo\ufe0fchoitv', 'hidden_characters'],
  ['https://x.com/quo\u200dchoitv', 'hidden_characters'],
  ['https://a.vn/b%00c', 'hidden_characters'],
  ['https://a.vn/b%09c', 'hidden_characters'],
  ['https://a.vn/b%EF%B8%8Fc', 'hidden_characters'],
  ['https://a.vn/b?c=%E2%80%8B', 'https://a.vn/b?c=%E2%80%8B'],
  ['https://faceb00k.com/%E2%80%8B', 'lookalike_host'],
])

cases('4: full-width writing is read, but not a full-width percent sign', [
  ['ｘ。ｃｏｍ／ｑｕｏｃｈｏｉｔｖ', 'https://x.com/quochoitv'],
  ['https://a.vn/％41', 'https://a.vn/%EF%BC%8541'],
])

cases('5: the address is found in the text', [
  ['Trang của tôi: https://x.com/quochoitv', 'https://x.com/quochoitv'],
  ['Trang của tôi (https://x.com/quochoitv).', 'https://x.com/quochoitv'],
  ['“https://x.com/quochoitv”', 'https://x.com/quochoitv'],
  ['https://x.com/quochoitv (trang chính)', 'https://x.com/quochoitv'],
  ['https://x.com/quochoitv (trang chính) cũ', 'trailing_text'],
  ['https://x.com/quochoitv (trang', 'trailing_text'],
  ['https://x.com/quochoitv\nTrang của cơ quan', 'https://x.com/quochoitv'],
  ['https://vi.wikipedia.org/wiki/A_(b)', 'https://vi.wikipedia.org/wiki/A_(b)'],
  ['Facebook:https://x.com/quochoitv', 'https://x.com/quochoitv'],
  ['Trang:www.a.vn', 'https://a.vn/'],
  ['[a](https://x.com/quochoitv) và [b](https://x.com/vtv24)', 'multiple_addresses'],
  ['[https://a.vn](https://a.vn)', 'https://a.vn/'],
  ["<A class=b HREF='https://a.vn/?b=1&amp;c=2'>xem thêm</A>", 'https://a.vn/?b=1&c=2'],
  ['=hyperlink("https://x.com/quochoitv","Trang")', 'https://x.com/quochoitv'],
  ['https//x.com/quochoitv', 'https://x.com/quochoitv'],
  ['http:x.com/quochoitv', 'https://x.com/quochoitv'],
  ['https:\\\\x.com\\quochoitv', 'https://x.com/quochoitv'],
  ['//x.com/quochoitv', 'https://x.com/quochoitv'],
  ['xem zalo.me/0912345678', 'https://zalo.me/84912345678'],
  ['xem nguyenvana.vn', 'not_an_address'],
  ['xem nguyenvana.vn/gioi-thieu', 'https://nguyenvana.vn/gioi-thieu'],
  ['nguyenvana.vn:8080', 'unexpected_port'],
  ['192.168.1.1', 'ip_address'],
  ['gov.vn', 'unknown_tld'],
])

cases('5: two addresses are one only when they are the same account', [
  ['https://x.com/quochoitv,https://x.com/QUOCHOITV', 'https://x.com/quochoitv'],
  ['https://x.com/quochoitv, https://x.com/vtv24', 'multiple_addresses'],
  ['https://x.com/quochoitv https://bit.ly/abc', 'multiple_addresses'],
  ['https://x.com/quochoitv/status/1 https://x.com/quochoitv', 'https://x.com/quochoitv'],
  ['https://https://https://x.com/quochoitv', 'https://x.com/quochoitv'],
  ['x.com/https://x.com/quochoitv', 'https://x.com/quochoitv'],
  ['https://x.com/vtv24/https://x.com/quochoitv', 'multiple_addresses'],
  ['https://a.vn/?b=https://x.com/quochoitv', 'https://a.vn/?b=https://x.com/quochoitv'],
])

cases('5: a text without an address says what it is', [
  ['vbscript:x', 'unsupported_scheme'],
  ['view-source:https://x.com/quochoitv', 'unsupported_scheme'],
  ['about:blank', 'unsupported_scheme'],
  ['chrome://settings', 'unsupported_scheme'],
  ['fb:page', 'unsupported_scheme'],
  ['FB: quochoitv', 'https://www.facebook.com/quochoitv'],
  ['Liên hệ a@b.vn', 'email_address'],
  ['(024) 3804 3162', 'ambiguous_handle'],
  ['Nguyễn', 'not_an_address'],
  ['đường/dẫn', 'not_an_address'],
  ['...', 'not_an_address'],
])

cases('6 and 7: other schemes and anything before an @ are refused', [
  ['intent://x.com/quochoitv', 'unsupported_scheme'],
  ['file:///etc/passwd', 'unsupported_scheme'],
  ['linkhttps://x.com/quochoitv', 'unsupported_scheme'],
  ['https://a@b@x.com/', 'credentials'],
  ['www.facebook.com@evil.vn/quochoitv', 'credentials'],
  ['https://x.com/@quochoitv', 'https://x.com/quochoitv'],
])

cases('8: the host is judged before anything else about it', [
  ['https://a.vn:99999/', 'invalid_host'],
  ['https://a.vn:b/', 'invalid_host'],
  ['https://a.vn:/', 'https://a.vn/'],
  ['https://a.vn:0443/', 'https://a.vn/'],
  ['http://a.vn:443/', 'unexpected_port'],
  ['http://a.vn:80/', 'https://a.vn/'],
  ['https://a.vn../', 'invalid_host'],
  ['https://', 'invalid_host'],
  [`https://${'a.'.repeat(126)}vn/`, 'invalid_host'],
  ['http://2130706433/', 'ip_address'],
  ['https://1.2.3/', 'ip_address'],
  ['https://xn--80ak6aa92e.lan/', 'private_host'],
  ['https://a.onion/', 'private_host'],
  ['https://facebook.com.local/', 'private_host'],
  ['https://www.gov.vn/', 'https://www.gov.vn/'],
  ['https://www.www.a.vn/', 'https://a.vn/'],
  ['https://a\u037eb.vn/', 'invalid_host'],
  ['https://x%6e--a.com/', 'invalid_host'],
])

cases('9: a host that looks like a platform is none', [
  ['https://www.faceb\u03bf\u03bfk.com/a', 'lookalike_host'],
  ['https://xn--facebok-y0a.com/a', 'https://xn--facebok-y0a.com/a'],
  ['https://xn--fcebook-2fg.com/a', 'lookalike_host'],
  ['https://vvhatsapp.com/a', 'lookalike_host'],
  ['https://lnstagram.com/a', 'lookalike_host'],
  ['https://rn.me/a', 'lookalike_host'],
  ['https://\u0445.com/a', 'lookalike_host'],
  ['https://www.facebook.com.xac-minh.vn/a', 'lookalike_host'],
  ['https://tiktok.com.vn/', 'lookalike_host'],
  ['https://x.com.vn/', 'https://x.com.vn/'],
  ['https://t.me.vn/', 'https://t.me.vn/'],
  ['https://www.facebook.net/a', 'lookalike_host'],
  ['https://zalo.com.vn/', 'lookalike_host'],
  ['https://www.facebook.con/a', 'lookalike_host'],
  ['https://pinterest.vn/', 'lookalike_host'],
  ['https://zaloweb.vn/', 'https://zaloweb.vn/'],
  ['https://a.lookalike-facebook.com/', 'https://a.lookalike-facebook.com/'],
  ['@a@faceb00k.com', 'lookalike_host'],
])

cases('10: short links are not followed', [
  ['https://www.bit.ly/abc', 'short_link'],
  ['go.bsky.app/abc', 'short_link'],
  ['https://pin.it/abc', 'short_link'],
  ['http://bit.ly:8080/a', 'unexpected_port'],
])

cases('11: redirectors are unwrapped three deep, and what they hold is judged from the beginning', [
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fa.vn%2F&h=b', 'https://a.vn/'],
  ['https://lm.facebook.com/l.php?u=javascript%3Aalert(1)', 'unsupported_scheme'],
  ['https://www.facebook.com/login.php?next=https%3A%2F%2Fwww.facebook.com%2Fa.b', 'https://www.facebook.com/ab'],
  ['https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Fab', 'https://www.facebook.com/ab'],
  ['https://www.facebook.com/l.php', 'not_an_account'],
  ['https://l.instagram.com/?u=https%3A%2F%2Fa.vn', 'https://a.vn/'],
  ['https://www.instagram.com/accounts/login/?next=/quochoi.tv/', 'https://www.instagram.com/quochoi.tv'],
  ['https://www.youtube.com/redirect?q=https%3A%2F%2Fu%3Ap%40a.vn', 'credentials'],
  [
    'https://www.google.com/url?q=https://www.google.com/url?q%3Dhttps://www.google.com/url?q%253Dhttps://a.vn',
    'https://a.vn/',
  ],
  [
    'https://www.google.com/url?q=https://www.google.com/url?q%3Dhttps://www.google.com/url?q%253Dhttps://www.google.com/url?q%25253Dhttps://a.vn',
    'not_an_account',
  ],
])

cases('facebook', [
  ['https://www.facebook.com/', 'not_an_account'],
  ['https://business.facebook.com/a.b', 'not_an_account'],
  [
    'https://www.facebook.com/pages/category/Politician/Nguyen-Van-A-123456789012/',
    'https://www.facebook.com/profile.php?id=123456789012',
  ],
  ['https://www.facebook.com/p/Nguyen-Van-A-61550000000000/', 'https://www.facebook.com/profile.php?id=61550000000000'],
  ['https://www.facebook.com/groups/GopY/user/100001/', 'https://www.facebook.com/profile.php?id=100001'],
  ['https://www.facebook.com/groups/Gop.Y/', 'https://www.facebook.com/groups/gop.y'],
  ['https://www.facebook.com/groups/123456/about', 'https://www.facebook.com/groups/123456'],
  ['https://www.facebook.com/groups/', 'not_an_account'],
  ['https://www.facebook.com/groups/gopy/posts/1', 'content_not_account'],
  ['https://www.facebook.com/people/A/pfbid02abc', 'opaque_id'],
  ['https://www.facebook.com/profile.php?id=pfbid02abc', 'opaque_id'],
  ['https://www.facebook.com/profile.php', 'not_an_account'],
  ['https://www.facebook.com/profile.php?id=abc', 'invalid_handle'],
  ['https://www.facebook.com/story.php?story_fbid=1', 'content_not_account'],
  ['https://www.facebook.com/123456/posts/1', 'https://www.facebook.com/profile.php?id=123456 via content'],
  ['https://www.facebook.com/1234', 'https://www.facebook.com/1234'],
  ['https://www.facebook.com/a', 'invalid_handle'],
  ['https://www.facebook.com/log.in', 'not_an_account'],
  ['https://www.facebook.com/1.2.3.4.5', 'https://www.facebook.com/profile.php?id=12345'],
  ['https://fb.watch/abc/', 'content_not_account'],
  ['https://www.facebook.com/stories/1/2', 'content_not_account'],
  ['https://m.me/100001', 'https://www.facebook.com/profile.php?id=100001'],
  ['https://m.me/', 'not_an_account'],
])

cases('zalo, viber, whatsapp and telephone numbers', [
  ['https://zalo.me/84212345678', 'invalid_handle'],
  ['https://zalo.me/(091)%20234-5678', 'https://zalo.me/84912345678'],
  ['https://zalo.me/123456789012', 'invalid_handle'],
  ['https://oa.zalo.me/123456789012', 'https://oa.zalo.me/123456789012'],
  ['https://oa.zalo.me/home', 'not_an_account'],
  ['https://chat.zalo.me/', 'not_an_account'],
  ['https://id.zalo.me/account', 'not_an_account'],
  ['https://zalo.me/s/abc', 'not_an_account'],
  ['https://zalo.me/g', 'not_an_account'],
  ['https://zalo.me/g/AbC1', 'https://zalo.me/g/AbC1'],
  ['Zalo: 0912345', 'invalid_handle'],
  ['zalo Nguyễn Văn A', 'not_an_address'],
  ['viber.click/84912345678', 'viber://chat?number=%2B84912345678'],
  ['viber://chat?number=%2B442071838750', 'invalid_handle'],
  ['viber://add?number=84912345678', 'not_an_account'],
  ['Viber:0912345678', 'viber://chat?number=%2B84912345678'],
  ['https://chats.viber.com/A-B_c.', 'https://chats.viber.com/a-b_c'],
  ['https://invite.viber.com/?g2=a+b%2Fc', 'https://invite.viber.com/?g2=a%2Bb%2Fc'],
  ['https://invite.viber.com/', 'not_an_account'],
  ['https://www.viber.com/vi/', 'not_an_account'],
  ['WA: 0912 345 678', 'https://wa.me/84912345678'],
  ['0912345678', 'https://wa.me/84912345678', 'whatsapp'],
  ['+44 20 7183 8750', 'https://wa.me/442071838750', 'whatsapp'],
  ['https://wa.me/1234567', 'invalid_handle'],
  ['https://chat.whatsapp.com/invite/AbC', 'https://chat.whatsapp.com/AbC'],
  ['https://www.whatsapp.com/send?phone=84912345678', 'https://wa.me/84912345678'],
  ['whatsapp://channel', 'not_an_account'],
  ['https://www.whatsapp.com/catalog/1', 'not_an_account'],
])

cases('tiktok', [
  ['https://www.tiktok.com/@MS4wLjABAAAA_b-C', 'https://www.tiktok.com/@MS4wLjABAAAA_b-C'],
  ['https://www.tiktok.com/@123456789012345', 'https://www.tiktok.com/@123456789012345'],
  ['https://www.tiktok.com/@ab/collection/c-1', 'https://www.tiktok.com/@ab via content'],
  ['https://www.tiktok.com/@ab/video', 'https://www.tiktok.com/@ab'],
  ['https://live.tiktok.com/@ab', 'not_an_account'],
  ['https://www.tiktok.com/@ngu-yen', 'invalid_handle'],
  ['https://www.tiktok.com/@a', 'invalid_handle'],
])

cases('youtube', [
  ['https://www.youtube.com/@ab', 'invalid_handle'],
  [`https://www.youtube.com/@${'a'.repeat(31)}`, 'invalid_handle'],
  ['https://www.youtube.com/@a%C2%B7b', 'https://www.youtube.com/@a%C2%B7b'],
  ['https://tv.youtube.com/@abc', 'https://www.youtube.com/@abc'],
  ['https://music.youtube.com/channel/UC1a8OFewdjuLq6KlF8M_8N', 'invalid_handle'],
  ['https://help.youtube.com/@abc', 'not_an_account'],
  ['https://www.youtube.com/live/abc', 'content_not_account'],
  ['https://www.youtube.com/clip/abc', 'content_not_account'],
  ['https://www.youtube.com/c', 'not_an_account'],
  ['https://music.youtube.com/search?q=abc', 'not_an_account'],
  ['https://www.youtube.com/', 'not_an_account'],
  ['@abc/videos', 'https://www.youtube.com/@abc', 'youtube'],
  ['c/Abc', 'https://www.youtube.com/c/abc', 'youtube'],
  ['watch?v=abc', 'content_not_account', 'youtube'],
  ['uctdw3rldx4rj3ssnuv1ibqa', 'invalid_handle', 'youtube'],
])

cases('instagram and threads', [
  ['https://www.instagram.com/_u/Abc/', 'https://www.instagram.com/abc'],
  ['https://www.instagram.com/stories/abc/123/', 'https://www.instagram.com/abc via content'],
  ['https://www.instagram.com/stories/highlights/123/', 'content_not_account'],
  ['https://www.instagram.com/abc/p/1/', 'https://www.instagram.com/abc via content'],
  ['https://www.instagram.com/@p', 'not_an_account'],
  ['https://help.instagram.com/', 'not_an_account'],
  ['https://ig.me/m/', 'short_link'],
  ['https://www.instagram.com/a./p', 'invalid_handle'],
  ['https://www.threads.com/t/abc', 'content_not_account'],
  ['https://www.threads.com/@abc/post', 'https://www.threads.com/@abc'],
  ['https://www.threads.net/', 'not_an_account'],
])

cases('x', [
  ['https://x.com/i/lists/1', 'not_an_account'],
  ['https://x.com/i/user/abc', 'invalid_handle'],
  ['https://x.com/i/events/1', 'content_not_account'],
  ['https://x.com/intent/user', 'not_an_account'],
  ['https://x.com/@home', 'not_an_account'],
  ['https://x.com/abc/status', 'https://x.com/abc'],
  ['https://help.x.com/abc', 'not_an_account'],
  ['https://twitter.com/#!/abc/status/1', 'https://x.com/abc via content'],
])

cases('linkedin', [
  ['https://www.linkedin.com/company/12345/posts/', 'https://www.linkedin.com/company/12345'],
  ['https://www.linkedin.com/groups/12345/', 'https://www.linkedin.com/groups/12345'],
  ['https://www.linkedin.com/groups/abc', 'invalid_handle'],
  ['https://www.linkedin.com/sales/people/abc', 'opaque_id'],
  ['https://www.linkedin.com/pub/a-b/1/2/3', 'outdated_address'],
  ['https://www.linkedin.com/posts/activity-1', 'content_not_account'],
  ['https://www.linkedin.com/in/h%25C3%25A9l', 'https://www.linkedin.com/in/h%25c3%25a9l'],
  ['https://business.linkedin.com/in/abc', 'not_an_account'],
  ['company/Abc', 'https://www.linkedin.com/company/abc', 'linkedin'],
])

cases('telegram', [
  ['tg://resolve?domain=Quochoi_TV', 'https://t.me/quochoi_tv'],
  ['tg:resolve?domain=Quochoi_TV', 'https://t.me/quochoi_tv'],
  ['tg://resolve?domain=quochoi_tv&post=5', 'https://t.me/quochoi_tv via content'],
  ['tg://join?invite=AbC-d_1', 'https://t.me/+AbC-d_1'],
  ['tg://settings', 'not_an_account'],
  ['https://t.me/s/quochoi_tv/5', 'https://t.me/quochoi_tv via content'],
  ['https://t.me/quochoi_tv/abc', 'https://t.me/quochoi_tv'],
  ['https://Quochoi.t.me/5', 'https://t.me/quochoi via content'],
  ['https://login.t.me/', 'not_an_account'],
  ['https://t.me/@quochoi_tv', 'https://t.me/quochoi_tv'],
  ['https://telegram.dog/quochoi_tv', 'https://t.me/quochoi_tv'],
  ['https://t.me/+0912345678', 'invalid_handle'],
  ['https://t.me/', 'not_an_account'],
  ['tg: @quochoi_tv', 'https://t.me/quochoi_tv'],
])

cases('bluesky', [
  ['https://bsky.app/profile/abc.vn/lists/1', 'https://bsky.app/profile/abc.vn via content'],
  ['https://bsky.app/profile/abc.vn/followers', 'https://bsky.app/profile/abc.vn'],
  ['https://bsky.app/profile/abc.test', 'invalid_handle'],
  ['https://bsky.app/profile/abc.vn.', 'https://bsky.app/profile/abc.vn'],
  ['https://bsky.app/profile/abc.vn./x', 'invalid_handle'],
  ['https://Abc.bsky.social/', 'https://bsky.app/profile/abc.bsky.social'],
  ['https://bsky.social/', 'not_an_account'],
  ['did:plc:Z72I7HDYNMK6R22Z27H6TVUR', 'invalid_handle'],
  ['did:key:z6Mk', 'invalid_handle'],
  ['at://did:plc:z72i7hdynmk6r22z27h6tvur', 'https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur'],
  ['abc.vn', 'https://bsky.app/profile/abc.vn', 'bluesky'],
  ['abc', 'invalid_handle', 'bluesky'],
])

cases('mastodon and the fediverse', [
  ['https://mastodon.social/@Abc@Mang.vn', 'https://mang.vn/@abc'],
  ['https://mastodon.social/@abc@127.0.0.1', 'ip_address'],
  ['https://mastodon.social/web/@abc/1', 'https://mastodon.social/@abc via content'],
  ['https://mastodon.social/users/abc', 'https://mastodon.social/@abc'],
  ['https://mastodon.social/@a.b', 'https://mastodon.social/@a.b'],
  ['https://mang.vn/@abc/1', 'https://mang.vn/@abc via content'],
  ['https://mang.vn/@abc/media', 'https://mang.vn/@abc'],
  ['https://mang.vn/@abc/bai-viet', 'https://mang.vn/@abc/bai-viet'],
  ['https://mang.vn/@a.b', 'https://mang.vn/@a.b'],
  ['https://mang.vn/users/abc', 'https://mang.vn/users/abc'],
  ['https://mang.vn/@abc@khac.vn', 'https://khac.vn/@abc'],
  ['acct:abc@mang.vn', 'https://mang.vn/@abc'],
  ['@abc@threads.net', 'https://www.threads.com/@abc'],
  ['@abc@localhost', 'private_host'],
  ['abc@mang.vn', 'https://mang.vn/@abc', 'mastodon'],
  ['mang.vn/@abc', 'https://mang.vn/@abc', 'mastodon'],
  ['https://files.mastodon.social/@abc', 'not_an_account'],
])

test('a website with a name in its path is told from the fediverse by what follows the name', () => {
  expect(recognise('https://mang.vn/@a.b').address?.platform).toBe('website')
  expect(recognise('https://mang.vn/@ab').address?.platform).toBe('mastodon')
})

cases('places for programmers and writers', [
  ['https://gist.github.com/abc/1f2e', 'https://github.com/abc via content'],
  ['https://github.com/orgs/login', 'not_an_account'],
  [`https://github.com/${'a'.repeat(40)}`, 'invalid_handle'],
  ['https://docs.github.com/vi', 'not_an_account'],
  ['https://forum.gitlab.com/u/abc', 'https://forum.gitlab.com/u/abc'],
  ['https://gitlab.com/groups/Abc/-/members', 'https://gitlab.com/abc'],
  ['https://gitlab.com/-/profile', 'not_an_account'],
  ['https://www.reddit.com/u/Abc/s/1', 'short_link'],
  ['https://v.redd.it/abc', 'content_not_account'],
  ['https://www.reddit.com/', 'not_an_account'],
  ['/r/VietNam', 'https://www.reddit.com/r/vietnam'],
  ['https://www.pinterest.com/abc/bang-mot/', 'https://www.pinterest.com/abc via content'],
  ['https://www.pinterest.com/pin/1/', 'content_not_account'],
  ['https://www.pinterest.com.au/abc/', 'https://www.pinterest.com/abc'],
  ['https://medium.com/@abc/about', 'https://medium.com/@abc'],
  ['https://abc.medium.com/bai-1', 'https://medium.com/@abc via content'],
  ['https://medium.com/p/1f2e', 'content_not_account'],
  ['https://medium.com/u/', 'not_an_account'],
  ['https://substack.com/@abc/note/c-1', 'https://substack.com/@abc via content'],
  ['https://abc.substack.com/archive', 'https://abc.substack.com/'],
  ['https://open.substack.com/', 'not_an_account'],
  ['https://lotus.vn/w/post/1', 'content_not_account'],
  ['https://lotus.vn/w', 'not_an_account'],
])

cases('section 4: handles without a host', [
  ['IG @quochoi.tv', 'https://www.instagram.com/quochoi.tv'],
  ['facebook = quochoitv', 'https://www.facebook.com/quochoitv'],
  ['insta – quochoi.tv', 'https://www.instagram.com/quochoi.tv'],
  ['Website: nguyenvana.vn', 'https://nguyenvana.vn/'],
  ['web: nguyenvana', 'not_an_address'],
  ['Facebook: nguyễn văn a', 'display_name'],
  ['NguyễnVănA', 'invalid_handle', 'facebook'],
  ['facebook.com/quochoitv', 'platform_mismatch', 'x'],
  ['www.nguyenvana.vn', 'platform_mismatch', 'facebook'],
  ['Zalo: 0912345678', 'platform_mismatch', 'viber'],
  ['quochoitv/', 'https://x.com/quochoitv', 'x'],
  ['channel/0029VbBni2CHFxPA411oCA2U', 'https://whatsapp.com/channel/0029VbBni2CHFxPA411oCA2U', 'whatsapp'],
  ['profile/12345-a', 'https://substack.com/profile/12345', 'substack'],
])

cases('section 5: podcasts, feeds and websites', [
  ['https://itunes.apple.com/vn/podcast/ten/id123?mt=2', 'https://podcasts.apple.com/podcast/id123'],
  ['https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M', 'not_an_account'],
  ['https://www.open.spotify.com/episode/1', 'content_not_account'],
  ['https://a.vn/feed/', 'https://a.vn/feed'],
  ['https://a.vn/feeds/1', 'https://a.vn/feeds/1'],
  ['https://a.vn//b///c/', 'https://a.vn/b/c'],
  ['https://a.vn/b%c3%a1c', 'https://a.vn/b%C3%A1c'],
  ['https://a.vn/%7Eb', 'https://a.vn/%7Eb'],
  ['https://a.vn/b%', 'https://a.vn/b%'],
  ['https://a.vn/b./', 'https://a.vn/b%2E'],
  ['https://a.vn/?', 'https://a.vn/'],
  ['https://a.vn/?utm_x=1&fbclid=2&b=3#c', 'https://a.vn/?b=3'],
  ['https://a.vn/?b=c.&utm_x=1', 'https://a.vn/?b=c%2E'],
  ['https://a.vn/?si=1', 'https://a.vn/'],
  ['https://www.a.blogspot.com.au/b', 'https://a.blogspot.com/b'],
  ['https://blogspot.fr/', 'https://blogspot.fr/'],
])

test('a feed is told from a website by its scheme, host or path', () => {
  const platformOf = (text: string) => recognise(text).address?.platform
  expect(platformOf('https://a.vn/feed/')).toBe('rss')
  expect(platformOf('https://a.vn/feeds')).toBe('website')
  expect(platformOf('https://feeds.a.vn/b')).toBe('rss')
  expect(platformOf('feed:a.vn/b')).toBe('rss')
  expect(platformOf('https://a.vn/b.atom')).toBe('rss')
})
