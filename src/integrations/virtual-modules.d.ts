/** What `first-things.ts` builds into the scripts of the search. */
declare module 'virtual:first-things' {
  /** What is offered before a letter is typed; `path` is without the base path. */
  export const firstThings: readonly { readonly label: string; readonly path: string }[];
}
