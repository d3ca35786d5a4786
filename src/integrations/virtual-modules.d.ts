/** What `first-things.ts` builds into the scripts of the search. */
declare module 'virtual:first-things' {
  /** What is offered before a letter is typed; `path` is without the base path. */
  export const firstThings: readonly { readonly label: string; readonly path: string }[];
}

/** What `bundled-scripts.ts` makes of a file and all that it imports. */
declare module '*?bundled' {
  const script: string;
  export default script;
}
