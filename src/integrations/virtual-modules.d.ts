/** What `search-words.ts` builds into the scripts of the search. */
declare module 'virtual:search-words' {
  // An `import` statement can't name a file from in here.
  export const words: import('../lib/written/schema.ts').SearchWords;
  /** What is offered before a letter is typed; `path` is without the base path. */
  export const firstThings: readonly { readonly label: string; readonly path: string }[];
}

declare module 'virtual:known-words' {
  /** Words parted by spaces, in the order of the alphabet. */
  export const known: string;
}
