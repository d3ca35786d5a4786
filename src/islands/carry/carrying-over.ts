/** What is behind the buttons of the page that carries progress over: loaded when one is used, or a link is opened. */
import type { Island } from '../../browser/island.ts';
import { saveFile } from '../../browser/save-file.ts';
import { plan } from '../../browser/shared-plan.ts';
import { progress } from '../../browser/shared-progress.ts';
import { AskToTakeOver, problems } from './ask-to-take-over.ts';
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

const damaged = {
  link: 'This link is cut or altered, so nothing was taken from it. Copy it again, all of it, or make a new one.',
  file: 'This is no file that was saved on this page, or it was altered.',
};
const whyRefused = (refusal: Refusal, from: 'link' | 'file'): string =>
  refusal === 'damaged'
    ? damaged[from]
    : `This ${from} was made by a newer version of this site. Load this page again, then open it once more.`;

/** Rejects where the list of numbers can't be had. */
export async function carryingOver({ question, acts, told, numbers: address, checklists, island }: Parts): Promise<CarryingOver> {
  const numbers = await fetchNumbers(address);
  const asking = new AskToTakeOver({ place: question, numbers, checklists, island });
  const link = new LinkView({ place: acts, numbers, island, gather: gatherHere, whyNothing });

  function gatherHere(): Carried | undefined {
    const carried = gather({ numbers, progress, plan: plan.entries() }, link.isWithPrivate);
    return carried.lists.length + carried.plan.length > 0 ? carried : undefined;
  }

  /** Why nothing is taken along. */
  function whyNothing(): string {
    if (isPrivateKept({ numbers, progress })) return 'What is here is private: it goes along only with the box ticked.';
    return problems[progress.status()] ?? problems[plan.status()] ?? 'Nothing is ticked or planned on this device.';
  }

  /** What is to be taken along; where that is nothing, it is told why. */
  const toTake = (): Carried | undefined => {
    link.offerPrivate();
    const carried = gatherHere();
    if (!carried) told.textContent = whyNothing();
    return carried;
  };

  const show = (found: Carried | Refusal, from: 'link' | 'file'): void => {
    if (typeof found !== 'string') asking.ask(found, from);
    else asking.refuse(whyRefused(found, from));
  };

  return {
    showLink() {
      if (toTake()) link.show();
    },
    saveFile() {
      const carried = toTake();
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
