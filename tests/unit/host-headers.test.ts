import { expect, test } from 'vitest';
import { headersFile, hostRules, rulesIn } from '../../src/lib/host-headers.ts';
import { hostFormats, type HostedBuild } from '../../scripts/host-formats.ts';

const rules = hostRules(["'sha256-AAA='"], '/under/base');
const build: HostedBuild = { rules, base: '/under/base', folder: '/srv/loose ties', isPrecompressed: false, site: 'https://example.org' };

test('what stands in _headers is read as it was meant', () => {
  expect(rulesIn(headersFile(rules))).toEqual(rules);
  expect(rulesIn(headersFile(hostRules([], '')))).toEqual(hostRules([], ''));
});

test.each(['/about\n  X: y', '  X-Frame-Options: DENY', '/*\n  X', '/*\nX: y'])('a _headers that no build wrote is refused: %j', (text) => {
  expect(() => rulesIn(text)).toThrow(/not understood/);
});

test.each(['nginx', 'caddy'] as const)('%s is told of every header, where the build lies and where the site lives', (server) => {
  const text = hostFormats[server](build);
  for (const [name, value] of rules.flatMap(({ headers }) => headers)) {
    expect(text).toContain(name);
    expect(text).toContain(`"${value}"`);
  }
  expect(text).toContain('"/srv/loose ties');
  expect(text).toContain('example.org');
});

test.each(['nginx', 'caddy'] as const)('%s is told of compressed files where there are some', (server) => {
  const [plain, compressed] = [false, true].map((isPrecompressed) => hostFormats[server]({ ...build, isPrecompressed }));
  expect(plain).not.toMatch(/gzip|br /);
  expect(compressed).toMatch(/gzip/);
});

test.each(['nginx', 'caddy'] as const)('%s is told nothing that it would take for something else', (server) => {
  for (const folder of ['/srv/$uri', '/srv/"x', '/srv/{env.HOME}', '/srv/x\n}']) {
    expect(() => hostFormats[server]({ ...build, folder })).toThrow(/where there is none/);
  }
});
