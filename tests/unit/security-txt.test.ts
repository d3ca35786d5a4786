import { expect, test } from 'vitest';
import { securityTxt } from '../../src/lib/security-txt.ts';

test('says whom to tell, until when that counts, and where it lies', () => {
  expect(securityTxt('mailto:holes@example.org', '2026-11-27', 'https://example.org/.well-known/security.txt')).toBe(
    [
      'Contact: mailto:holes@example.org',
      'Expires: 2027-10-27T00:00:00.000Z',
      'Preferred-Languages: en',
      'Canonical: https://example.org/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});

test('names no address of its own where none is known', () => {
  expect(securityTxt('https://example.org/report', '2026-11-27')).not.toContain('Canonical');
});
