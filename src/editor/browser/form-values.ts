import type { FormValues } from '../form-fields.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What stands in a form now. */
export function formValues(form: HTMLFormElement): FormValues {
  const data = new FormData(form);
  const names = [...new Set(data.keys())];
  return Object.fromEntries(
    names.map((name) => [name, data.getAll(name).filter((value) => typeof value === 'string')]),
  );
}

/** Puts values back into a form. */
export function fillForm(form: HTMLFormElement, values: FormValues): void {
  for (const control of form.elements) {
    if (!isControl(control) || !control.name) continue;
    if (isTick(control)) control.checked = values[control.name]?.includes(control.value) ?? false;
    else control.value = values[control.name]?.[0] ?? '';
  }
}

/** The field of a form that holds one text, by its name. */
export function textControl(form: HTMLFormElement, name: string): Control | undefined {
  const control = form.elements.namedItem(name);
  return control instanceof Element && isControl(control) && !isTick(control) ? control : undefined;
}

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && /checkbox|radio/.test(control.type);
}
