/** Addresses this site never links to, each with the reason. What was read there may still be a source: then it has no address. */

interface Refused {
  /** A host with all its subdomains, or a host and the beginning of a path. Lower case. */
  readonly at: string;
  readonly why: string;
}

const reasons = {
  'it republishes LinkedIn’s help pages on an unrelated site: give the linkedin.com address of the article, or leave the address out and say in the note that a copy was read':
    [
      'pathoyeastract.org',
      'crownmelresort.com',
      'samonrye.com',
      'garudax.id',
      'ktts.us',
      'e-signaturehome.com',
      'accionvegana.org',
      'veesta.com',
      'movatter.jp',
      'mukagile.store',
      'worryfreecomputers.com',
    ],
  'it republishes texts that belong to others: give the address of the original, or leave the address out and say in the note that a copy was read':
    [
      'dailytechnologynews.co',
      'dhirubhai.net',
      'docslib.org',
      'ez-appz.com',
      'readmedium.com',
      'technologyfeedburn.blogspot.com',
      'whizbuddy.com',
    ],
  'its pages are mass-produced, contradict themselves or LinkedIn’s own, or say what can’t be traced: leave the address out': [
    'consultingtimes.com',
    'grokipedia.com',
    'hooktide.io',
    'leadztrak.com',
    'mponline.org.in',
    'slipsum.com',
    'smprotips.com',
    'tinygrab.com',
    'yourquickinformation.com',
  ],
  'it holds a script or a robot for LinkedIn, which the User Agreement forbids: leave the address out': [
    'github.com/alirezabelal/linkedin-connection-remover',
    'github.com/chronocoders/linkedin-cleaner',
    'github.com/harshcasper/rotten-scripts',
    'github.com/imranhsayed/remove-linkedin-connection',
    'github.com/isyuricunha/linkedin-mass-unfollow',
    'github.com/jmzlx/linkedin-cleanup',
    'github.com/mariiio/linkedin_connect',
    'github.com/matteolegrottaglie/linkedin-sequencer-mcp',
    'github.com/onceiwasadev/delete-linkedin-activity',
    'github.com/python-geeks/automation-scripts',
    'github.com/sabujxi/linkedin-bulk-invitation-withdraw-script',
    'github.com/she1da/linkedinoldconnectionsbulkremover',
    'github.com/spiritix/linkedin-bulk-remover',
    'github.com/taleliyahu/linkedin-unfollower',
    'github.com/teeflo/linkedin-cleaner',
  ],
} as const;

export const refusedHosts: readonly Refused[] = Object.entries(reasons).flatMap(([why, places]) => places.map((at) => ({ at, why })));

/** Why an address is not to be linked, in words with the cure; undefined where nothing speaks against it. Throws on what is no address. */
export function refusalOf(address: string): string | undefined {
  const { hostname: named, pathname } = new URL(address);
  // A dot at its end names the same host.
  const hostname = named.replace(/\.$/, '');
  const refused = refusedHosts.find(({ at }) => {
    const [host = '', ...path] = at.split('/');
    const isThere = hostname === host || hostname.endsWith(`.${host}`);
    return isThere && (path.length === 0 || `${pathname.toLowerCase()}/`.startsWith(`/${path.join('/')}/`));
  });
  return refused && `${refused.at} is not to be linked: ${refused.why}`;
}
