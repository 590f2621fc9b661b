import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

export interface NoticeProps {
  readonly kind: 'note' | 'warning' | 'error';
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** At most one button. */
  readonly children?: ReactNode;
}

/** News in a box: what happened, what it means, and at most one thing to do. */
export function Notice({ kind, icon, title, text, children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <div className="notice-text">
        <h2 className="notice-title">{title}</h2>
        <div>{text}</div>
        {children !== undefined && <div className="notice-actions">{children}</div>}
      </div>
    </div>
  );
}
