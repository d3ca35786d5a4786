/**
 * The page's policy lets no script be named by a mere text (Trusted Types): this admits the addresses of this site, and nothing else. To be called before
 * anything starts a worker.
 */
export function admitOwnScripts(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  if (trustedTypes?.defaultPolicy) return;
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      if (new URL(address, location.href).origin === location.origin) return address;
      throw new TypeError(`no script of this site: ${address}`);
    },
  });
}

/** As browsers have it that know it. */
interface TrustedTypes {
  readonly defaultPolicy?: unknown;
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (address: string) => string }) => unknown;
}
