/** The smallest content that is whole, for tests that break one thing in it. */
export const today = '2026-11-22';

export const smallContent: Readonly<Record<string, string>> = {
  'journey.yaml': `
- id: remove
  title: Remove
  promise: One person.
  guides:
    - one-person
`,
  'interface.yaml': `
more:
  shown: More
  announced: More actions
  platform: website
  place: Below the name
  source: help-page
  date: "2025-11-28"
  sure: likely
send:
  shown: Send
  platform: website
  place: At the end
  source: help-page
  date: undated
  sure: unknown
`,
  'synonyms.yaml': `
groups:
  - ours: [remove]
    theirs: [delete, get rid of]
stop: [the]
`,
  'first-things.yaml': `
- label: Remove one person
  guide: remove/one-person
`,
  'invitation-notes.yaml': `
greeting: Hello,
ending: Ben Sample
blanks: []
occasions: []
warnings: []
`,
  'ways.yaml': `
questions:
  - id: sure
    ask: Are you sure?
    answers:
      - { id: "yes", label: "Yes" }
      - { id: "no", label: "No" }
ways:
  - id: remove
    title: Remove them
    when: { sure: "yes" }
    why: { says: You are sure. }
    notice: { says: Nothing. }
    undo: { says: Ask again. }
    start: { label: Remove one, to: /checklists/remove-one/ }
    more: { label: One person, to: /remove/one-person/ }
  - id: wait
    title: Wait
    when: { sure: "no" }
    why: { says: It can wait. }
    notice: { says: Nothing. }
    undo: { says: Go on. }
    start: { label: Remove one, to: /checklists/remove-one/ }
    more: { label: One person, to: /remove/one-person/ }
`,
  'changes.yaml': `
- date: "2026-11-22"
  what: The first edition.
`,
  'numbers.yaml': `
- checklist: remove-one
  steps: [open-menu, look-again]
`,
  'guides/remove/one-person.mdx': `---
title: How do I remove one person?
label: One person
answer: Choose {ui:more}. {claim:told}
platforms: [website]
aliases: [unfriend]
updated: "2026-11-22"
---

<Claim id="told" /> Choose <Ui name="more" announced />.

<Checklist id="remove-one" />
`,
  'checklists/remove-one.yaml': `
title: Remove one
summary: Two steps.
platforms: [website]
steps:
  - id: open-menu
    action: Choose {ui:more:announced}.
    expect: A menu opens.
  - id: look-again
    action: Look again.
    expect: The badge is gone.
finish: Note it down.
`,
  'tips/look-twice.md': `---
title: Look twice
topic: tidying
rests: [told]
guide: remove/one-person
---

They are very likely not told. So nobody hurries you: look twice at the name, and then choose {ui:more} beside it.
`,
  'questions/are-they-told.md': `---
question: Are they told?
wordings: [do they hear of it, will he know, is there a message]
topic: noticing
rests: [told]
guide: remove/one-person
---

They are very likely not told.
`,
  'evidence/sources/help-page.yaml': `
title: Help page
publisher: LinkedIn
kind: official
date: "2013-11-12"
read: archive
readOn: "2026-11-22"
note: Made up for a test.
`,
  'evidence/sources/new-page.yaml': `
title: New help page
publisher: LinkedIn
kind: official
date: "2025-11-03"
read: original
readOn: "2026-11-22"
note: Made up for a test.
`,
  'evidence/claims/told.yaml': `
topic: notice
about: linkedin-today
question: Are they told?
proposition: They are told
answer: "no"
statement: They are very likely not told.
verdict: likely
positions:
  - source: help-page
    stance: "no"
    says: Nobody is told.
    where: First paragraph
why: The help page says so.
verified:
  date: "2026-11-22"
  how: Read in an archive
recheckBy: "2027-05-22"
`,
};

/** The small content with some files replaced, or removed where `undefined` is given. */
export function contentWith(changes: Readonly<Record<string, string | undefined>>): Map<string, string> {
  const files = new Map(Object.entries(smallContent));
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  }
  return files;
}

/** One file of the small content with a piece of it replaced. Throws where the piece is not there: the test would test nothing. */
export function edited(path: string, piece: string, by: string): Record<string, string> {
  const text = smallContent[path];
  if (!text?.includes(piece)) throw new Error(`"${piece}" does not stand in ${path}`);
  return { [path]: text.replace(piece, by) };
}
