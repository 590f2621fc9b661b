export type IconName = 'gear' | 'check' | 'close' | 'info' | 'offline' | 'status-ok' | 'status-notice' | 'status-error';

/** A picture of 16 px that only repeats what is said in words beside it or in the title of its button. */
export function Icon({ name }: { readonly name: IconName }) {
  return <span className={`icon icon-${name}`} />;
}
