/** All checklists in the order of their numbers, for what carries progress from one device to another: links are made of numbers. */
import type { APIRoute } from 'astro';
import { checklistIfThere, numbers } from '../lib/site/content.ts';

const all = numbers.map(({ id, steps }) => {
  const checklist = checklistIfThere(id);
  if (!checklist) return { id, steps, title: '', count: 0 };
  const { title, private: isPrivate } = checklist;
  return { id, steps, title, count: checklist.steps.length, retired: checklist.retired, ...(isPrivate && { private: true }) };
});

export const GET: APIRoute = () => Response.json(all);
