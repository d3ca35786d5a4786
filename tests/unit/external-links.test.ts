import { describe, expect, test } from 'vitest';
import { externalAddressesIn } from '../../src/lib/markdown/addresses-in-text.ts';
import { hostOf, hostToName } from '../../src/lib/markdown/links.ts';
import { refusalOf, refusedHosts } from '../../src/lib/written/refused-hosts.ts';
import { newIssueAddress, reportChangeAddress } from '../../src/lib/site/report-change.ts';
import { createWording } from '../../src/lib/markdown/wording.ts';

describe('a link that leaves the site', () => {
  test('names the host as people write it', () => {
    expect(hostOf('https://www.linkedin.com/help/')).toBe('linkedin.com');
    expect(hostOf('http://help.linkedin.com/app')).toBe('help.linkedin.com');
  });

  test('does not name it twice', () => {
    expect(hostToName('https://safety.linkedin.com', 'safety.linkedin.com')).toBeUndefined();
    expect(hostToName('https://safety.linkedin.com', 'the Safety Center')).toBe('safety.linkedin.com');
  });

  test('says so and says where, in text from YAML', async () => {
    const wording = await createWording({ interface: new Map(), claims: new Map(), base: '/base/' });
    expect(await wording.inlineHtml('See [a page](https://www.example.org/x?a=1&b=2), or [ours](/evidence/).')).toBe(
      'See <a href="https://www.example.org/x?a=1&amp;b=2" rel="external noreferrer">a page <small class="host">(example.org)</small></a>, ' +
        'or <a href="/base/evidence/">ours</a>.',
    );
  });

  test('keeps what else it has', async () => {
    const wording = await createWording({ interface: new Map(), claims: new Map(), base: '/' });
    expect(await wording.inlineHtml('[*a*](https://example.org/ "t")')).toBe(
      '<a href="https://example.org/" title="t" rel="external noreferrer"><em>a</em> <small class="host">(example.org)</small></a>',
    );
  });
});

test.each([
  ['url: https://example.org/a', ['https://example.org/a']],
  ['[a](https://example.org/a), [b](http://example.org/b).', ['https://example.org/a', 'http://example.org/b']],
  ['See (https://example.org/a_(b)).', ['https://example.org/a_(b)']],
  ['[https://example.org/a](https://example.org/a)', ['https://example.org/a', 'https://example.org/a']],
  ['"https://example.org/a" <https://example.org/b> `https://example.org/c`', ['a', 'b', 'c'].map((end) => `https://example.org/${end}`)],
  ['Is it https://example.org? Yes: https://example.org/x!', ['https://example.org', 'https://example.org/x']],
  ['nothing, mailto:a@example.org, /evidence/', []],
])('the addresses in %j', (text, addresses) => {
  expect(externalAddressesIn(text).map(({ address }) => address)).toEqual(addresses);
});

test('an address has the line it stands in', () => {
  expect(externalAddressesIn('one\ntwo https://example.org')).toEqual([{ address: 'https://example.org', line: 2 }]);
});

describe('an address that must not be linked', () => {
  test.each([
    ['https://smprotips.com/', /mass-produced/],
    ['http://www.smprotips.com/can-you-tell/', /mass-produced/],
    ['http://pathoyeastract.org/a551012.html', /republishes LinkedIn’s help/],
    ['https://crownmelresort.com/www.linkedin.com/help/', /republishes LinkedIn’s help/],
    ['https://docslib.org/doc/1', /belong to others/],
    ['https://github.com/Spiritix/LinkedIn-bulk-remover/blob/main/x.js', /script or a robot/],
    ['https://github.com/she1da/linkedinOldConnectionsBulkRemover', /script or a robot/],
  ])('%s is refused, with the reason', (address, reason) => {
    expect(refusalOf(address)).toMatch(reason);
    expect(refusalOf(address)).toMatch(/: (give|leave) |: it /);
  });

  test.each([
    'https://www.linkedin.com/help/linkedin/answer/a540663',
    'https://github.com/StellarSand/privacy-settings',
    'https://github.com/spiritix',
    'https://github.com/spiritix/linkedin-bulk-remover-notes',
    'https://notsmprotips.com/',
    'https://example.org/smprotips.com/',
  ])('%s is not one', (address) => {
    expect(refusalOf(address)).toBeUndefined();
  });

  test('stands in the list once, in lower case', () => {
    const all = refusedHosts.map(({ at }) => at);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((at) => at !== at.toLowerCase() || at.startsWith('www.') || at.includes('://') || at.endsWith('/'))).toEqual([]);
  });
});

describe('the address for a report', () => {
  const changed = { id: 'notified', page: '/evidence/#notified', dates: 'Read: 2026-11-22.' };

  test('is filled in with the id, the page and the dates', () => {
    const address = new URL(reportChangeAddress(changed, 'https://code.example/a/b') ?? '');
    expect(`${address.origin}${address.pathname}`).toBe('https://code.example/a/b/issues/new');
    expect(address.searchParams.get('title')).toBe('Changed: notified');
    expect(address.searchParams.get('body')).toBe('/evidence/#notified\nRead: 2026-11-22.\n\nWhat I saw instead: ');
  });

  test('has the form that GitLab asks for, where it is one', () => {
    const address = new URL(reportChangeAddress(changed, 'https://gitlab.com/a/b') ?? '');
    expect(address.pathname).toBe('/a/b/-/issues/new');
    expect(address.searchParams.get('issue[title]')).toBe('Changed: notified');
    expect(newIssueAddress('https://gitlab.example.org/a/b')).toBe('https://gitlab.example.org/a/b/-/issues/new');
    expect(newIssueAddress('https://code.example/a/b')).toBe('https://code.example/a/b/issues/new');
  });

  test('is not made up where no repository is known', () => {
    expect(reportChangeAddress(changed, undefined)).toBeUndefined();
    expect(reportChangeAddress(changed, '')).toBeUndefined();
  });
});
