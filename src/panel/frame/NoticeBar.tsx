import type { AppState } from '../../app/state';
import { strings } from '../strings';
import { Icon } from '../widgets/Icon';
import { Pressable } from '../widgets/Pressable';

export interface NoticeBarProps extends Pick<AppState, 'notice'> {
  readonly onClose: () => void;
}

/** News that belongs to no job. It stands below the view, so that nothing in the view moves. */
export function NoticeBar({ notice, onClose }: NoticeBarProps) {
  if (notice === undefined) return null;
  return (
    <div className="notice-bar" role="alert">
      <Icon name="status-notice" />
      <div className="notice-text">
        <h2 className="notice-title">{notice.title}</h2>
        <div>{notice.remedy}</div>
      </div>
      <Pressable className="button-icon" title={strings.closeNotice} onPress={onClose}>
        <Icon name="close" />
      </Pressable>
    </div>
  );
}
