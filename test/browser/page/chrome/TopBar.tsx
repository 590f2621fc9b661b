import { useRef } from 'react';
import type { Desk, DeskState } from '../desk';
import { languageNames, languages, panelWidths } from '../settings';
import { themeNames, themes } from '../stage/themes';
import { Range } from './Range';
import { Icon, type IconName } from './icons';
import { brushSizes } from './useKeys';

export interface TopBarProps {
  readonly desk: Desk;
  readonly state: DeskState;
}

/** Files and steps, what the tool can be told, and how the page is set up. */
export function TopBar({ desk, state }: TopBarProps) {
  const { settings, document, history, historyState } = state;
  const at = history.findIndex(({ id }) => id === historyState);
  const last = history.length - 1;
  const steps = [
    { icon: 'undo', label: 'Undo (Ctrl Z)', isOn: at > 0, go: () => desk.act(({ user }, id) => user.undo(id)) },
    {
      icon: 'redo',
      label: 'Redo (Ctrl Shift Z)',
      isOn: at < last,
      go: () => desk.act(({ user }, id) => user.redo(id)),
    },
  ] as const;
  return (
    <header className="top">
      <OpenButton onFile={(file) => void desk.open(file)} />
      <BarButton icon="save" label="Save PSD" isOn={document !== undefined} onPress={() => void desk.save()}>
        Save PSD
      </BarButton>
      <span className="bar-rule" />
      {steps.map(({ icon, label, isOn, go }) => (
        <BarButton key={icon} icon={icon} label={label} isOn={isOn} onPress={go} />
      ))}
      <span className="bar-rule" />
      <ToolOptions desk={desk} settings={settings} />
      <span className="bar-room" />
      <div className="bar-group" role="radiogroup" aria-label="Theme">
        {themeNames.map((name) => (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={name === settings.theme}
            aria-label={`Theme ${name}`}
            title={`Theme: ${name}`}
            className="swatch"
            style={{ backgroundColor: themes[name].background }}
            onClick={() => desk.set({ theme: name })}
          />
        ))}
      </div>
      <select
        className="bar-select"
        aria-label="Photoshop’s language"
        title="Photoshop’s language: the panel starts anew"
        value={settings.language}
        onChange={(event) => desk.startIn(languageNames.find((name) => name === event.target.value) ?? 'en_US')}
      >
        {languageNames.map((name) => (
          <option key={name} value={name}>
            {languages[name]}
          </option>
        ))}
      </select>
      <Range
        label="Panel"
        unit="px"
        {...panelWidths}
        value={settings.panelWidth}
        onChange={(panelWidth) => desk.set({ panelWidth })}
      />
    </header>
  );
}

const hints = {
  rectangle: 'Drag a rectangle. Shift adds, Alt takes away.',
  lasso: 'Draw around what should go. Shift adds, Alt takes away.',
  hand: 'Drag to move. Ctrl and the wheel zoom.',
};

function ToolOptions({ desk, settings }: { readonly desk: Desk; readonly settings: DeskState['settings'] }) {
  if (settings.tool !== 'brush') return <span className="bar-hint">{hints[settings.tool]}</span>;
  return (
    <>
      <Range
        label="Size"
        unit="px"
        {...brushSizes}
        value={settings.brushSize}
        onChange={(brushSize) => desk.set({ brushSize })}
      />
      <Range
        label="Hardness"
        unit="%"
        least={0}
        most={100}
        value={settings.brushHardness}
        onChange={(brushHardness) => desk.set({ brushHardness })}
      />
      <span className="bar-hint">Paint over what should go. Alt takes away.</span>
    </>
  );
}

function OpenButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <BarButton icon="open" label="Open a PSD, PNG or JPEG" isOn onPress={() => input.current?.click()}>
        Open…
      </BarButton>
      <input
        ref={input}
        type="file"
        hidden
        data-role="open-file"
        accept=".psd,.psb,.png,.jpg,.jpeg,.webp"
        onChange={(event) => {
          const file = event.target.files?.item(0);
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

interface BarButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children?: string;
}

function BarButton({ icon, label, isOn, onPress, children }: BarButtonProps) {
  return (
    <button type="button" className="bar-button" title={label} aria-label={label} disabled={!isOn} onClick={onPress}>
      <Icon name={icon} />
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}
