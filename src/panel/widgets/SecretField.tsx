import { useRef } from 'react';
import { ActionButton } from './ActionButton';
import './spectrum';
import type { TextElement } from './spectrum';
import { useAttributes, useListener } from './useWidget';

export interface SecretFieldProps {
  readonly label: string;
  readonly placeholder: string;
  /** What stands on the button that takes what was typed, and its title. */
  readonly save: string;
  readonly saveTitle: string;
  readonly onSave: (secret: string) => void;
}

/**
 * A field whose text is masked unless it has the focus, and forgotten once it is taken. It is never kept in a state. The
 * host cannot read a masked field on every system: so it is plain while somebody types.
 */
export function SecretField({ label, placeholder, save, saveTitle, onSave }: SecretFieldProps) {
  const ref = useRef<TextElement>(null);
  const typed = useRef('');
  const take = () => {
    const secret = typed.current.trim();
    typed.current = '';
    if (ref.current !== null) ref.current.value = '';
    if (secret !== '') onSave(secret);
  };
  useAttributes(ref, { class: 'field', title: label, 'aria-label': label, placeholder });
  useListener(ref, 'input', () => {
    typed.current = ref.current?.value ?? '';
  });
  useListener(ref, 'focus', () => ref.current?.setAttribute('type', 'text'));
  useListener(ref, 'blur', () => ref.current?.setAttribute('type', 'password'));
  useListener(ref, 'keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    take();
  });
  return (
    <>
      <sp-textfield ref={ref}></sp-textfield>
      <ActionButton className="button-gap" title={saveTitle} onPress={take}>
        {save}
      </ActionButton>
    </>
  );
}
