import { useState } from 'react';
import { readAddress } from '../../app/settings';
import type { Service } from '../../app/state';
import { TextFieldOf } from '../fields/TextFieldOf';
import { text } from '../fields/kinds';
import { useFieldText } from '../fields/useFieldText';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';
import { Menu } from '../widgets/Menu';
import { Picker } from '../widgets/Picker';
import { SecretField } from '../widgets/SecretField';

export interface ServiceEditorProps {
  readonly service: Service;
  readonly onSaveKey: (key: string) => void;
  readonly onRemoveKey: () => void;
  /** Empty: the usual one. */
  readonly onAddress: (address: string) => void;
  /** Empty: the service itself. */
  readonly onPreset: (preset: string) => void;
}

/** Key, address and kind of server of one service. */
export function ServiceEditor({ service, onSaveKey, onRemoveKey, onAddress, onPreset }: ServiceEditorProps) {
  const address = useFieldText(service.address, text(readAddress), onAddress);
  return (
    <div className="service-editor">
      <div className="line">
        <span className="field-label">{strings.key}</span>
        <SecretField
          label={strings.keyOf(service.label)}
          placeholder={placeholderFor(service)}
          save={strings.save}
          saveTitle={strings.saveKey}
          onSave={onSaveKey}
        />
      </div>
      <div className="line">
        <span className="field-label">{strings.address}</span>
        <TextFieldOf
          label={strings.addressOf(service.label)}
          placeholder={service.usualAddress}
          className="field"
          field={address}
        />
      </div>
      <div className={address.state === 'valid' ? 'options-hint' : 'options-hint options-error'}>
        {address.state === 'valid' ? strings.addressHint : strings.addressForm}
      </div>
      {service.presets.length > 0 && <ServerKind service={service} onPreset={onPreset} />}
      <div className="wrap">
        {service.needs === 'own' && service.address === '' && (
          <ActionButton
            className="button-after"
            title={strings.useAddress(service.usualAddress)}
            onPress={() => onAddress(service.usualAddress)}
          >
            {strings.useAddress(strings.hostOf(service.usualAddress))}
          </ActionButton>
        )}
        {service.key !== 'none' && (
          <ActionButton className="button-after" title={strings.removeKey} onPress={onRemoveKey}>
            {strings.removeKey}
          </ActionButton>
        )}
      </div>
    </div>
  );
}

/** What stands at the address: the service itself, or a server that speaks its tongue in its own way. */
function ServerKind({ service, onPreset }: Pick<ServiceEditorProps, 'service' | 'onPreset'>) {
  const [menu, setMenu] = useState<'open' | 'closed'>('closed');
  const kinds = [{ id: '', label: service.label }, ...service.presets];
  const chosen = kinds.find(({ id }) => id === service.preset) ?? { id: '', label: service.label };
  return (
    <>
      <div className="line">
        <span className="field-label">{strings.server}</span>
        <Picker
          className="grow"
          label={strings.server}
          value={chosen.label}
          onPress={() => setMenu(menu === 'open' ? 'closed' : 'open')}
        />
      </div>
      {menu === 'open' && (
        <Menu
          label={strings.server}
          items={kinds.map((kind) => ({ ...kind, note: kind.id === '' ? strings.orAlike : '' }))}
          chosen={chosen.id}
          onClose={() => setMenu('closed')}
          onChoose={(preset) => {
            setMenu('closed');
            onPreset(preset);
          }}
        />
      )}
    </>
  );
}

function placeholderFor({ key, needs }: Service): string {
  if (key === 'kept') return strings.newKey;
  return needs === 'own' ? strings.pasteOwnKey : strings.pasteKey;
}
