/** What is behind the buttons of the page that carries progress over: loaded when one is used, or a link is opened. */
import type { Island } from '../../browser/island.ts';
import { saveFile } from '../../browser/save-file.ts';
import { plan } from '../../browser/shared-plan.ts';
import { progress } from '../../browser/shared-progress.ts';
import { AskToTakeOver } from './ask-to-take-over.ts';
import { dayOf, fromNumbers, gather, isPrivateKept, writtenDay, type Carried } from './carried.ts';
import { decodeFile, encodeFile, mostBytes } from './file-text.ts';
import { LinkView } from './link-view.ts';
import { decode, type Refusal } from './numbers-text.ts';
import { fetchNumbers } from './numbers.ts';

export interface Parts {
  readonly question: HTMLElement;
  readonly acts: HTMLElement;
  /** Beside the buttons: what became of a press. */
  readonly told: HTMLElement;
  /** Addresses: of the list of numbers, and of the page above all checklists. */
  readonly numbers: string;
  readonly checklists: string;
  readonly island: Island;
}

export interface CarryingOver {
  readonly showLink: () => void;
  readonly saveFile: () => void;
  readonly openFile: (file: File) => Promise<void>;
  /** With what stands in the address. */
  readonly openLink: (text: string) => void;
}

const refusals: Readonly<Record<'link' | 'file', Readonly<Record<Refusal, string>>>> = {
  link: {
    damaged: 'This link is cut or altered, so nothing was taken from it. Copy it again, all of it, or make a new one.',
    later: 'This link was made by a newer version of this site. Load this page again, then open the link once more.',
  },
  file: {
    damaged: 'This is no file that was saved on this page, or it was altered. Nothing was taken from it.',
    later: 'This file was saved by a newer version of this site. Load this page again, then the file once more.',
  },
};

/** Rejects where the list of numbers can't be had. */
export async function carryingOver({ question, acts, told, numbers: address, checklists, island }: Parts): Promise<CarryingOver> {
  const numbers = await fetchNumbers(address);
  const asking = new AskToTakeOver({ place: question, numbers, checklists, island });
  const link = new LinkView({ place: acts, numbers, island, gather: gatherHere });

  function gatherHere(): Carried | undefined {
    const carried = gather({ numbers, progress, plan: plan.entries() }, link.isWithPrivate);
    return carried.lists.length + carried.plan.length > 0 ? carried : undefined;
  }

  /** Whether there is anything; where there is not, that is told. */
  const isAnything = (): boolean => {
    const isThere = gatherHere() !== undefined || isPrivateKept({ numbers, progress });
    if (!isThere)
      told.textContent =
        progress.status() === 'blocked'
          ? 'Your browser lets this site keep nothing, so there is nothing to take along.'
          : 'Nothing is ticked on this device yet, so there is nothing to take along.';
    return isThere;
  };

  const show = (found: Carried | Refusal, from: 'link' | 'file'): void => {
    if (typeof found !== 'string') asking.ask(found, from);
    else asking.refuse(refusals[from][found]);
  };

  return {
    showLink() {
      if (isAnything()) link.show();
    },
    saveFile() {
      if (!isAnything()) return;
      link.offerPrivate();
      const carried = gatherHere();
      if (!carried) return;
      saveFile(`loose-ties-${writtenDay(dayOf(new Date().toISOString()))}.json`, encodeFile(carried), 'application/json');
      told.textContent = 'Saved, where your browser saves files.';
    },
    async openFile(file) {
      const text = file.size > mostBytes ? undefined : await file.text().catch(() => undefined);
      show(text === undefined ? 'damaged' : decodeFile(text, numbers), 'file');
    },
    openLink(text) {
      const found = decode(text);
      show(typeof found === 'string' ? found : fromNumbers(found, numbers), 'link');
    },
  };
}
