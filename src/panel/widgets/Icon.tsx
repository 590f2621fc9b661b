export type IconName =
  | 'check'
  | 'check-inverse'
  | 'chevron-down'
  | 'chevron-down-inverse'
  | 'chevron-up'
  | 'close'
  | 'gear'
  | 'handle'
  | 'info'
  | 'more'
  | 'offline'
  | 'status-error'
  | 'status-notice'
  | 'status-ok';

/** A picture of 16 px that only repeats what is said in words beside it or in the title of its button. */
export function Icon({ name }: { readonly name: IconName }) {
  return <span className={`icon icon-${name}`} />;
}
