import { describe, expect, it } from 'vitest';
import { articleLink } from '../../../src/discord/render/article-link.js';

describe('a link to an article', () => {
  it('shows the host beside a label of ours', () => {
    expect(articleLink('https://www.koreaherald.com/article/1?a=b')).toBe(
      '[open](https://www.koreaherald.com/article/1?a=b) (koreaherald\\.com)',
    );
  });

  it('encodes what would end the link early', () => {
    expect(articleLink('https://news.example/a_(b)_[c]?q="x"|<y>')).toBe(
      '[open](https://news.example/a_%28b%29_%5Bc%5D?q=%22x%22%7C%3Cy%3E) (news\\.example)',
    );
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'discord://-/settings',
    'ftp://news.example/',
    'news.example',
    '',
  ])('links nothing but http and https: %j', (url) => expect(articleLink(url)).toBe('no link on file'));

  it('does not link an address that shows one host and opens another', () => {
    expect(articleLink('https://bbc.co.uk@evil.example/')).toBe('at evil\\.example (not linked)');
  });

  it('shows foreign letters of a host as what they are', () => {
    expect(articleLink('https://bbс.example/')).toContain('xn--');
  });

  it('does not link an address too long for a list', () => {
    expect(articleLink(`https://news.example/${'a'.repeat(300)}`)).toBe('at news\\.example (not linked)');
  });
});
