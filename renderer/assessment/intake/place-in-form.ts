import type { FormSection } from '../../../shared/findings/form.ts';

/** The findings of a form one after the other, across its sections. */
export function inOrder(form: readonly FormSection[]): readonly string[] {
  return form.flatMap(({ findings }) => findings.map((finding) => finding.id));
}

/** The section that holds a finding. */
export function sectionOf(form: readonly FormSection[], findingId: string | null): FormSection | undefined {
  return form.find(({ findings }) => findings.some((finding) => finding.id === findingId));
}

/** The finding `step` places on, passing over those that `passedOver` names; the one it started from where there is none. */
export function findingAt(
  form: readonly FormSection[],
  from: string | null,
  step: 1 | -1,
  passedOver: (findingId: string) => boolean = () => false,
): string | null {
  const order = inOrder(form);
  const start = from === null ? -1 : order.indexOf(from);
  for (let place = start + step; place >= 0 && place < order.length; place += step) {
    const id = order[place];
    if (id !== undefined && !passedOver(id)) return id;
  }
  return from ?? order[0] ?? null;
}

/** The first finding of the section `step` places on from a finding's; round at neither end. */
export function firstOfSection(form: readonly FormSection[], from: string | null, step: 1 | -1): string | null {
  const here = form.findIndex(({ findings }) => findings.some((finding) => finding.id === from));
  const next = form[Math.min(form.length - 1, Math.max(0, here + step))];
  return next?.findings[0]?.id ?? from;
}
