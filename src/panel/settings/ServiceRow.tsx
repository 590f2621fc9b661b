import type { Service } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';
import { Icon, type IconName } from '../widgets/Icon';
import { Pressable } from '../widgets/Pressable';

export interface ServiceRowProps {
  readonly service: Service;
  readonly isOpen: 'yes' | 'no';
  readonly onToggle: () => void;
}

/** A service, how it stands with it in words, and the way to change that. */
export function ServiceRow({ service, isOpen, onToggle }: ServiceRowProps) {
  const standing = standingOf(service);
  const icon = icons[standing];
  return (
    <div className="provider">
      {icon === undefined ? <span className="icon" /> : <Icon name={icon} />}
      <div className="grow">
        <div className="one-line">{service.label}</div>
        <div className="small secondary">{wordsFor(service)}</div>
      </div>
      {service.needs !== 'none' && <Change standing={standing} service={service} isOpen={isOpen} onToggle={onToggle} />}
    </div>
  );
}

type Standing = 'ready' | 'lost' | 'missing';

const icons: Readonly<Record<Standing, IconName | undefined>> = {
  ready: 'status-ok',
  lost: 'status-error',
  missing: undefined,
};

function standingOf({ needs, key, address }: Service): Standing {
  if (key === 'lost') return 'lost';
  if (needs === 'none' || key === 'kept') return 'ready';
  return needs === 'own' && address !== '' ? 'ready' : 'missing';
}

function wordsFor({ needs, key, ending, address, through }: Service): string {
  if (needs === 'none') return strings.needsNoKey;
  if (key === 'lost') return strings.keyLost;
  const place = address === '' ? [] : [strings.hostOf(address)];
  if (key === 'kept') return strings.parts([strings.keyEnding(ending), ...place]);
  if (needs === 'own') return address === '' ? strings.noAddress : strings.hostOf(address);
  return strings.parts([through === undefined ? strings.noKey : strings.noKeyAndThrough(through), ...place]);
}

interface ChangeProps extends ServiceRowProps {
  readonly standing: Standing;
}

function Change({ standing, service, isOpen, onToggle }: ChangeProps) {
  const title = strings.changeService(service.label);
  if (isOpen === 'yes') {
    return (
      <Pressable className="button-icon" title={strings.closeService(service.label)} onPress={onToggle}>
        <Icon name="chevron-up" />
      </Pressable>
    );
  }
  if (standing === 'ready') {
    return (
      <Pressable className="button-icon" title={title} onPress={onToggle}>
        <Icon name="more" />
      </Pressable>
    );
  }
  return (
    <ActionButton className="" title={title} onPress={onToggle}>
      {standing === 'lost' ? strings.enterAgain : strings.add}
    </ActionButton>
  );
}
