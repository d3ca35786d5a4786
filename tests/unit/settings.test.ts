import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../src/lib/settings.ts';

const refusal = (name: string, value: string): string => {
  try {
    settingsOf({ [name]: value });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('what is unset or empty has its default', () => {
  const none = {
    site: undefined,
    base: '/',
    repository: undefined,
    milliseconds: undefined,
    folder: 'dist',
    isPrecompressed: false,
    securityContact: undefined,
    offline: true,
  };
  expect(settingsOf({})).toEqual(none);
  expect(
    settingsOf({
      SITE_URL: '',
      BASE_PATH: '',
      REPOSITORY_URL: '',
      SOURCE_DATE_EPOCH: '',
      OUT_DIR: '',
      PRECOMPRESS: '',
      SECURITY_CONTACT: '',
      OFFLINE: '',
    }),
  ).toEqual(none);
});

describe('a value in another form is taken in its normal one', () => {
  test.each([
    ['SITE_URL', 'https://example.org/', 'site', 'https://example.org'],
    ['SITE_URL', 'HTTPS://Example.ORG:443', 'site', 'https://example.org'],
    ['SITE_URL', 'https://münchen.example', 'site', 'https://xn--mnchen-3ya.example'],
    ['BASE_PATH', '/loose-ties/', 'base', '/loose-ties'],
    ['BASE_PATH', '/a/b_c~1.0', 'base', '/a/b_c~1.0'],
    ['REPOSITORY_URL', 'https://github.com/o/n.git', 'repository', 'https://github.com/o/n'],
    ['REPOSITORY_URL', 'https://github.com/o/n/', 'repository', 'https://github.com/o/n'],
    ['PRECOMPRESS', 'on', 'isPrecompressed', true],
    ['SECURITY_CONTACT', 'mailto:holes@example.org', 'securityContact', 'mailto:holes@example.org'],
    ['SECURITY_CONTACT', 'HTTPS://Example.org/report', 'securityContact', 'https://example.org/report'],
    ['OFFLINE', 'off', 'offline', false],
    ['OFFLINE', 'on', 'offline', true],
  ] as const)('%s=%s', (name, value, key, normal) => {
    expect(settingsOf({ [name]: value })[key]).toBe(normal);
  });
});

describe('is refused with name, value and cure', () => {
  test.each([
    ['SITE_URL', 'example.org', /such as "https:\/\/example\.org"/],
    ['SITE_URL', 'https://', /no address of the web/],
    ['SITE_URL', 'https:example.org', /no address of the web/],
    ['SITE_URL', 'javascript:alert(1)', /no address of the web/],
    ['SITE_URL', 'ftp://x.org', /no address of the web/],
    ['SITE_URL', 'https://user:pw@example.org', /password/],
    ['SITE_URL', 'https://example.org?x', /leave out/],
    ['SITE_URL', 'https://example.org/#x', /leave out/],
    ['SITE_URL', 'https://exa"mple.org', /no (address|name)/],
    ['SITE_URL', 'https://example..org', /no name of a host/],
    ['SITE_URL', 'https://example.org/sub', /write SITE_URL=https:\/\/example\.org and BASE_PATH=\/sub/],
    ['BASE_PATH', '//x', /write "\/" and the path/],
    ['BASE_PATH', 'x', /write "\/" and the path/],
    ['BASE_PATH', '/a b', /write "\/" and the path/],
    ['BASE_PATH', ' ', /write "\/" and the path/],
    ['BASE_PATH', '/"q', /write "\/" and the path/],
    ['BASE_PATH', '/<b>', /write "\/" and the path/],
    ['BASE_PATH', '/%20', /write "\/" and the path/],
    ['BASE_PATH', '../x', /write "\/" and the path/],
    ['BASE_PATH', '/a/../b', /write "\/" and the path/],
    ['BASE_PATH', '/a//b', /write "\/" and the path/],
    ['BASE_PATH', '/x\\y', /write "\/" and the path/],
    ['BASE_PATH', '/x?y', /write "\/" and the path/],
    ['BASE_PATH', '/x#y', /write "\/" and the path/],
    ['BASE_PATH', 'https://evil.example/', /write "\/" and the path/],
    ['REPOSITORY_URL', 'javascript:alert(document.domain)', /no address of the web/],
    ['REPOSITORY_URL', 'data:text/html,x', /no address of the web/],
    ['REPOSITORY_URL', 'git@github.com:o/n.git', /write "https:\/\/github\.com\/o\/n"/],
    ['REPOSITORY_URL', 'ssh://git@github.com/o/n', /write "https:\/\/github\.com\/o\/n"/],
    ['REPOSITORY_URL', 'github.com/o/n', /no address of the web/],
    ['REPOSITORY_URL', 'https://github.com', /no repository/],
    ['REPOSITORY_URL', 'https://github.com/o/n?tab=x', /leave out/],
    ['SOURCE_DATE_EPOCH', 'tomorrow', /whole seconds/],
    ['SOURCE_DATE_EPOCH', '-1', /whole seconds/],
    ['SOURCE_DATE_EPOCH', '1e9', /whole seconds/],
    ['SOURCE_DATE_EPOCH', ' 1', /whole seconds/],
    ['SOURCE_DATE_EPOCH', '99999999999999', /not milliseconds/],
    ['SOURCE_DATE_EPOCH', '8640000000001', /not milliseconds/],
    ['OUT_DIR', 'a\0b', /name of a folder/],
    ['PRECOMPRESS', 'yes', /write "on", or unset it/],
    ['PRECOMPRESS', 'off', /write "on", or unset it/],
    ['SECURITY_CONTACT', 'holes@example.org', /write "mailto:security@example\.org"/],
    ['SECURITY_CONTACT', 'mailto:holes', /write "mailto:security@example\.org"/],
    ['SECURITY_CONTACT', 'http://example.org/report', /write "mailto:security@example\.org"/],
    ['SECURITY_CONTACT', 'https://', /write "mailto:security@example\.org"/],
    ['SECURITY_CONTACT', 'mailto:a@example.org\nPolicy: x', /write "mailto:security@example\.org"/],
    ['SECURITY_CONTACT', 'https://example.org/a b', /write "mailto:security@example\.org"/],
    ['SECURITY_CONTACT', 'https://user:pw@example.org/', /password/],
    ['OFFLINE', 'false', /write "off"/],
  ])('%s=%s', (name, value, cure) => {
    expect(refusal(name, value)).toMatch(cure);
    expect(refusal(name, value)).toContain(`${name} is "${value}": `);
  });
});

test('all that is wrong is told at once', () => {
  expect(() => settingsOf({ SITE_URL: 'x', BASE_PATH: 'y' })).toThrow(/SITE_URL is "x"[\s\S]*\nBASE_PATH is "y"/);
});
