/** Which pages can be had as Markdown, and where. */
const kinds = ['guide', 'checklist', 'questions'];

/** `kind`: what kind of page it is, as `data-kind` says. */
export const hasMarkdown = (kind: string | undefined): boolean => kind !== undefined && kinds.includes(kind);

/** "/remove/one-connection/" as "/remove/one-connection.md", with or without what comes before. */
export const markdownPath = (path: string): string => path.replace(/\/$/, '.md');
