import { useState } from 'react';
import type { Commands } from '../../app/commands';
import type { Service, Settings } from '../../app/state';
import { strings } from '../strings';
import { ServiceEditor } from './ServiceEditor';
import { ServiceRow } from './ServiceRow';

export interface ServiceListProps {
  readonly services: readonly Service[];
  readonly settings: Settings;
  readonly commands: Commands;
}

/** Who can be asked, and what opens them. One at a time is open to be changed. */
export function ServiceList({ services, settings, commands }: ServiceListProps) {
  const [open, setOpen] = useState<Service['id']>();
  return (
    <div>
      <div className="section-head">
        <h2 className="section-title">{strings.keys}</h2>
        <span className="small secondary">{strings.keysPlace}</span>
      </div>
      {services.map((service) => (
        <div key={service.id} className="service">
          <ServiceRow
            service={service}
            isOpen={service.id === open ? 'yes' : 'no'}
            onToggle={() => setOpen(service.id === open ? undefined : service.id)}
          />
          {service.id === open && (
            <ServiceEditor
              service={service}
              onSaveKey={(key) => {
                setOpen(undefined);
                commands.saveKey(service.id, key);
              }}
              onRemoveKey={() => commands.removeKey(service.id)}
              onAddress={(address) =>
                commands.changeSettings({ endpoints: withEntry(settings.endpoints, service.id, address) })
              }
              onPreset={(preset) =>
                commands.changeSettings({ presets: withEntry(settings.presets, service.id, preset) })
              }
            />
          )}
        </div>
      ))}
    </div>
  );
}

/** An empty value takes the entry out. */
function withEntry(entries: Readonly<Record<string, string>>, id: string, value: string) {
  const others = Object.entries(entries).filter(([name]) => name !== id);
  return Object.fromEntries(value === '' ? others : [...others, [id, value]]);
}
